// Drives the real gin-contrib/cors in a Gin engine. The protocol is told in differential.cpp.
package main

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

type policy struct {
	Origins        []string  `json:"origins"`
	Methods        *[]string `json:"methods"`
	Headers        *[]string `json:"headers"`
	ExposedHeaders []string  `json:"exposed_headers"`
	AnyOrigin      bool      `json:"any_origin"`
	Credentials    bool      `json:"credentials"`
	OriginGlobs    bool      `json:"origin_globs"`
	MaxAge         *int      `json:"max_age"`
}

func configuration(wanted policy) cors.Config {
	config := cors.DefaultConfig()
	config.AllowOrigins = wanted.Origins
	config.AllowAllOrigins = wanted.AnyOrigin
	config.AllowCredentials = wanted.Credentials
	config.AllowWildcard = wanted.OriginGlobs
	config.ExposeHeaders = wanted.ExposedHeaders
	if wanted.Methods != nil {
		config.AllowMethods = *wanted.Methods
	}
	if wanted.Headers != nil {
		config.AllowHeaders = *wanted.Headers
	}
	if wanted.MaxAge != nil {
		config.MaxAge = time.Duration(*wanted.MaxAge) * time.Second
	}
	return config
}

func engineOf(wanted policy) (engine *gin.Engine, failure *string) {
	defer func() {
		if panicked := recover(); panicked != nil {
			words := fmt.Sprint(panicked)
			failure = &words
		}
	}()
	engine = gin.New()
	engine.Use(cors.New(configuration(wanted)))
	engine.NoRoute(func(c *gin.Context) { c.Status(200) })
	return engine, nil
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	converse(func(text json.RawMessage) (func(request) response, *string) {
		var wanted policy
		must(json.Unmarshal(text, &wanted))
		engine, failure := engineOf(wanted)
		return func(asked request) response { return recorded(engine, asked) }, failure
	})
}
