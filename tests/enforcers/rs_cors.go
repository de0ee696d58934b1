// Drives the real rs/cors behind net/http's recorder. The protocol is told in differential.cpp.
package main

import (
	"encoding/json"

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

func main() {
	converse(func(text json.RawMessage) (func(request) response, *string) {
		var wanted policy
		must(json.Unmarshal(text, &wanted))
		handler := cors.New(cors.Options{
			AllowedOrigins:   wanted.Origins,
			AllowedMethods:   wanted.Methods,
			AllowedHeaders:   wanted.Headers,
			ExposedHeaders:   wanted.ExposedHeaders,
			AllowCredentials: wanted.Credentials,
			MaxAge:           wanted.MaxAge,
		}).Handler(application)
		return func(asked request) response { return recorded(handler, asked) }, nil
	})
}
