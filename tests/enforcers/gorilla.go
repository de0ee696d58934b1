// Drives the real gorilla/handlers behind net/http, over a connection, since some of what it answers
// (a status that no answer has) is the server's. The protocol is told in differential.cpp; a
// connection that ends without an answer counts as 500.
package main

import (
	"bufio"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"sort"
	"strings"

	"github.com/gorilla/handlers"
)

type policy struct {
	Origins         *[]string `json:"origins"`
	Methods         *[]string `json:"methods"`
	Headers         *[]string `json:"headers"`
	ExposedHeaders  *[]string `json:"exposed_headers"`
	Credentials     bool      `json:"credentials"`
	MaxAge          *int      `json:"max_age"`
	PreflightStatus *int      `json:"preflight_status"`
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

func optionsOf(wanted policy) []handlers.CORSOption {
	options := []handlers.CORSOption{}
	if wanted.Origins != nil {
		options = append(options, handlers.AllowedOrigins(*wanted.Origins))
	}
	if wanted.Methods != nil {
		options = append(options, handlers.AllowedMethods(*wanted.Methods))
	}
	if wanted.Headers != nil {
		options = append(options, handlers.AllowedHeaders(*wanted.Headers))
	}
	if wanted.ExposedHeaders != nil {
		options = append(options, handlers.ExposedHeaders(*wanted.ExposedHeaders))
	}
	if wanted.Credentials {
		options = append(options, handlers.AllowCredentials())
	}
	if wanted.MaxAge != nil {
		options = append(options, handlers.MaxAge(*wanted.MaxAge))
	}
	if wanted.PreflightStatus != nil {
		options = append(options, handlers.OptionStatusCode(*wanted.PreflightStatus))
	}
	return options
}

func answer(url string, asked request) response {
	r, err := http.NewRequest(asked.Method, url, nil)
	if err != nil {
		panic(err)
	}
	for _, header := range asked.Headers {
		r.Header.Add(header[0], header[1])
	}
	received, err := http.DefaultTransport.RoundTrip(r)
	if err == io.EOF {
		return response{Status: 500, Headers: [][2]string{}}
	}
	if err != nil {
		panic(err)
	}
	received.Body.Close()
	sent := response{Status: received.StatusCode, Headers: [][2]string{}}
	for name, values := range received.Header {
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
	var handler http.Handler
	server := httptest.NewUnstartedServer(http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.Start()
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
		handler = handlers.CORS(optionsOf(each.Policy)...)(application)
		answers := result{Responses: []response{}}
		for _, asked := range each.Requests {
			answers.Responses = append(answers.Responses, answer(server.URL, asked))
		}
		line, err := json.Marshal(answers)
		if err != nil {
			panic(err)
		}
		output.Write(append(line, '\n'))
	}
}
