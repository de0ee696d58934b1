// Drives the real gorilla/handlers behind net/http, over a connection, since some of what it answers
// (a status that no answer has) is the server's. The protocol is told in differential.cpp; a
// connection that ends without an answer counts as 500.
package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httptest"

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
	addHeaders(r, asked)
	received, err := http.DefaultTransport.RoundTrip(r)
	if err == io.EOF {
		return response{Status: 500, Headers: [][2]string{}}
	}
	if err != nil {
		panic(err)
	}
	received.Body.Close()
	return compared(received.StatusCode, received.Header)
}

func main() {
	var handler http.Handler
	server := httptest.NewUnstartedServer(http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.Start()
	converse(func(text json.RawMessage) (func(request) response, *string) {
		var wanted policy
		must(json.Unmarshal(text, &wanted))
		handler = handlers.CORS(optionsOf(wanted)...)(application)
		return func(asked request) response { return answer(server.URL, asked) }, nil
	})
}
