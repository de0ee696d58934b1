// Drives the real rs/cors behind net/http's recorder. The protocol is told in differential.cpp.
package main

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"sort"
	"strings"

	"github.com/rs/cors"
)

type policy struct {
	Origins        []string `json:"origins"`
	Methods        []string `json:"methods"`
	Headers        []string `json:"headers"`
	ExposedHeaders []string `json:"exposed_headers"`
	Credentials    bool     `json:"credentials"`
	MaxAge         int      `json:"max_age"`
}

type request struct {
	Method  string      `json:"method"`
	Headers [][2]string `json:"headers"`
}

type response struct {
	Status  int         `json:"status"`
	Headers [][2]string `json:"headers"`
}

type result struct {
	StartFailure *string    `json:"start_failure"`
	Responses    []response `json:"responses"`
}

func answer(handler http.Handler, asked request) response {
	r := httptest.NewRequest("GET", "http://server.test/", nil)
	r.Method = asked.Method
	for _, header := range asked.Headers {
		r.Header.Add(header[0], header[1])
	}
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, r)
	sent := response{Status: recorder.Code, Headers: [][2]string{}}
	for name, values := range recorder.Result().Header {
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

func main() {
	application := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(200) })
	input := json.NewDecoder(bufio.NewReader(os.Stdin))
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	for input.More() {
		var each struct {
			Policy   policy    `json:"policy"`
			Requests []request `json:"requests"`
		}
		if err := input.Decode(&each); err != nil {
			panic(err)
		}
		handler := cors.New(cors.Options{
			AllowedOrigins:   each.Policy.Origins,
			AllowedMethods:   each.Policy.Methods,
			AllowedHeaders:   each.Policy.Headers,
			ExposedHeaders:   each.Policy.ExposedHeaders,
			AllowCredentials: each.Policy.Credentials,
			MaxAge:           each.Policy.MaxAge,
		}).Handler(application)
		answers := result{Responses: []response{}}
		for _, asked := range each.Requests {
			answers.Responses = append(answers.Responses, answer(handler, asked))
		}
		line, err := json.Marshal(answers)
		if err != nil {
			panic(err)
		}
		output.Write(append(line, '\n'))
	}
}
