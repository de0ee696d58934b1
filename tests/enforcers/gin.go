// Drives the real gin-contrib/cors in a Gin engine. The protocol is told in differential.cpp.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"sort"
	"strings"
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

func answer(engine *gin.Engine, asked request) response {
	r := httptest.NewRequest("GET", "http://server.test/", nil)
	r.Method = asked.Method
	for _, header := range asked.Headers {
		r.Header.Add(header[0], header[1])
	}
	recorder := httptest.NewRecorder()
	engine.ServeHTTP(recorder, r)
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
	gin.SetMode(gin.ReleaseMode)
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
		answers := result{Responses: []response{}}
		engine, failure := engineOf(each.Policy)
		answers.StartFailure = failure
		if failure == nil {
			for _, asked := range each.Requests {
				answers.Responses = append(answers.Responses, answer(engine, asked))
			}
		}
		line, err := json.Marshal(answers)
		if err != nil {
			panic(err)
		}
		output.Write(append(line, '\n'))
	}
}
