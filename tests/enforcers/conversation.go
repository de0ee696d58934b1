// What the Go programs of this folder have in common: the protocol, which differential.cpp tells.
// go_program.sh builds it into each of them.
package main

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"sort"
	"strings"
)

type request struct {
	Method  string      `json:"method"`
	Headers [][2]string `json:"headers"`
}

type response struct {
	Status  int         `json:"status"`
	Headers [][2]string `json:"headers"`
}

// An application that answers everything with 200.
var application = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(200) })

func addHeaders(r *http.Request, asked request) {
	for _, header := range asked.Headers {
		r.Header.Add(header[0], header[1])
	}
}

// The status, and those headers that are compared.
func compared(status int, header http.Header) response {
	sent := response{Status: status, Headers: [][2]string{}}
	for name, values := range header {
		lowered := strings.ToLower(name)
		if lowered != "vary" && !strings.HasPrefix(lowered, "access-control-") {
			continue
		}
		for _, value := range values {
			sent.Headers = append(sent.Headers, [2]string{lowered, value})
		}
	}
	sort.Slice(sent.Headers, func(i, j int) bool { return sent.Headers[i][0] < sent.Headers[j][0] })
	return sent
}

// What the handler answers, without a connection.
func recorded(handler http.Handler, asked request) response {
	r := httptest.NewRequest("GET", "http://server.test/", nil)
	r.Method = asked.Method
	addHeaders(r, asked)
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, r)
	return compared(recorder.Code, recorder.Result().Header)
}

// Answers each case of standard input. `start` takes the policy and gives what answers its requests,
// or why the program refuses the policy.
func converse(start func(policy json.RawMessage) (answer func(request) response, failure *string)) {
	input := json.NewDecoder(bufio.NewReader(os.Stdin))
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	for input.More() {
		var each struct {
			Policy   json.RawMessage `json:"policy"`
			Requests []request       `json:"requests"`
		}
		must(input.Decode(&each))
		answers := struct {
			StartFailure *string    `json:"start_failure"`
			Responses    []response `json:"responses"`
		}{Responses: []response{}}
		answer, failure := start(each.Policy)
		answers.StartFailure = failure
		if failure == nil {
			for _, asked := range each.Requests {
				answers.Responses = append(answers.Responses, answer(asked))
			}
		}
		line, err := json.Marshal(answers)
		must(err)
		output.Write(append(line, '\n'))
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
