// Spring's DefaultCorsProcessor with a CorsConfiguration, called with a servlet request and
// response that are proxies of the servlet API's interfaces. Reads and writes the JSON lines that
// differential.cpp describes. Run as: java -cp CLASSPATH tests/enforcers/spring.java, or
// tests/enforcers/spring.sh, which finds the class path.

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.DefaultCorsProcessor;

class SpringAnswers {
  private static final CorsProcessor PROCESSOR = new DefaultCorsProcessor();

  public static void main(String[] arguments) throws Exception {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var output = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      output.println(Json.text(answersTo((Map<?, ?>) new Json(line).value())));
    }
    output.flush();
  }

  private static Map<String, Object> answersTo(Map<?, ?> question) {
    var result = new LinkedHashMap<String, Object>();
    var responses = new ArrayList<Object>();
    result.put("start_failure", null);
    result.put("responses", responses);
    CorsConfiguration configuration;
    try {
      configuration = configurationOf((Map<?, ?>) question.get("policy"));
    } catch (IllegalArgumentException failure) {
      result.put("start_failure", failure.getMessage());
      return result;
    }
    for (Object request : (List<?>) question.get("requests")) {
      responses.add(answerTo((Map<?, ?>) request, configuration));
    }
    return result;
  }

  private static CorsConfiguration configurationOf(Map<?, ?> policy) {
    var configuration = new CorsConfiguration();
    configuration.setAllowedOrigins(texts(policy.get("origins")));
    configuration.setAllowedMethods(texts(policy.get("methods")));
    configuration.setAllowedHeaders(texts(policy.get("headers")));
    configuration.setExposedHeaders(texts(policy.get("exposed_headers")));
    configuration.setAllowCredentials((Boolean) policy.get("credentials"));
    configuration.setMaxAge((Long) policy.get("max_age"));
    return configuration;
  }

  private static List<String> texts(Object list) {
    if (list == null) return null;
    var result = new ArrayList<String>();
    for (Object each : (List<?>) list) result.add((String) each);
    return result;
  }

  private static Map<String, Object> answerTo(
      Map<?, ?> request, CorsConfiguration configuration) {
    var response = new RecordedResponse();
    try {
      PROCESSOR.processRequest(configuration, requestOf(request), response.proxy());
    } catch (Exception failure) {
      response.status = 500;
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put("status", (long) response.status);
    answer.put("headers", response.corsHeaders());
    return answer;
  }

  private static HttpServletRequest requestOf(Map<?, ?> request) {
    var headers = new LinkedHashMap<String, List<String>>();
    for (Object header : (List<?>) request.get("headers")) {
      var name = ((String) ((List<?>) header).get(0)).toLowerCase(Locale.ROOT);
      headers.computeIfAbsent(name, key -> new ArrayList<>())
          .add((String) ((List<?>) header).get(1));
    }
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          switch (method.getName()) {
            case "getMethod":
              return request.get("method");
            case "getScheme":
              return "https";
            case "getServerName":
              return "server.invalid";
            case "getServerPort":
              return 443;
            case "getRequestURI":
              return "/";
            case "getRequestURL":
              return new StringBuffer("https://server.invalid/");
            case "getHeader":
              return first(headers.get(((String) arguments[0]).toLowerCase(Locale.ROOT)));
            case "getHeaders":
              return Collections.enumeration(
                  headers.getOrDefault(
                      ((String) arguments[0]).toLowerCase(Locale.ROOT), List.of()));
            case "getHeaderNames":
              return Collections.enumeration(headers.keySet());
            case "getContentLength":
              return -1;
            default:
              return null;
          }
        };
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            SpringAnswers.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, handler);
  }

  private static String first(List<String> values) {
    return values == null ? null : values.get(0);
  }
}

/** What a processor does to a response. */
class RecordedResponse {
  int status = 200;
  private final List<List<String>> headers = new ArrayList<>();

  HttpServletResponse proxy() {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          switch (method.getName()) {
            case "addHeader":
              add(arguments);
              return null;
            case "setHeader":
              headers.removeIf(header -> header.get(0).equals(lowered(arguments[0])));
              add(arguments);
              return null;
            case "getHeader":
              var values = valuesOf(arguments[0]);
              return values.isEmpty() ? null : values.get(0);
            case "getHeaders":
              return valuesOf(arguments[0]);
            case "getHeaderNames":
              return names();
            case "setStatus":
              status = (Integer) arguments[0];
              return null;
            case "getStatus":
              return status;
            case "getOutputStream":
              return new Sink();
            default:
              return null;
          }
        };
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            RecordedResponse.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            handler);
  }

  List<List<String>> corsHeaders() {
    var result = new ArrayList<>(headers);
    result.removeIf(
        header -> !header.get(0).startsWith("access-control-") && !header.get(0).equals("vary"));
    return result;
  }

  private void add(Object[] nameAndValue) {
    headers.add(List.of(lowered(nameAndValue[0]), (String) nameAndValue[1]));
  }

  private List<String> valuesOf(Object name) {
    var values = new ArrayList<String>();
    for (var header : headers) if (header.get(0).equals(lowered(name))) values.add(header.get(1));
    return values;
  }

  private Set<String> names() {
    var names = new LinkedHashSet<String>();
    for (var header : headers) names.add(header.get(0));
    return names;
  }

  private static String lowered(Object name) {
    return ((String) name).toLowerCase(Locale.ROOT);
  }

  /** Where the body goes. */
  private static class Sink extends ServletOutputStream {
    @Override
    public void write(int value) {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}
  }
}

/** As much of JSON as the protocol needs. */
class Json {
  private final String text;
  private int place = 0;

  Json(String text) {
    this.text = text;
  }

  Object value() {
    char c = next();
    switch (c) {
      case '{':
        return object();
      case '[':
        return list();
      case '"':
        return string();
      default:
        place--;
        return word();
    }
  }

  static String text(Object value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private Map<String, Object> object() {
    var result = new LinkedHashMap<String, Object>();
    if (ends('}')) return result;
    do {
      next();
      String key = string();
      next();
      result.put(key, value());
    } while (next() == ',');
    return result;
  }

  private List<Object> list() {
    var result = new ArrayList<Object>();
    if (ends(']')) return result;
    do {
      result.add(value());
    } while (next() == ',');
    return result;
  }

  private String string() {
    var out = new StringBuilder();
    for (char c = text.charAt(place++); c != '"'; c = text.charAt(place++)) {
      out.append(c == '\\' ? escape() : c);
    }
    return out.toString();
  }

  private char escape() {
    char c = text.charAt(place++);
    switch (c) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'u':
        place += 4;
        return (char) Integer.parseInt(text.substring(place - 4, place), 16);
      default:
        return c;
    }
  }

  private Object word() {
    int begin = place;
    while (place < text.length() && ",]}".indexOf(text.charAt(place)) < 0) place++;
    String word = text.substring(begin, place).trim();
    switch (word) {
      case "true":
        return true;
      case "false":
        return false;
      case "null":
        return null;
      default:
        return Long.parseLong(word);
    }
  }

  private boolean ends(char end) {
    if (next() == end) return true;
    place--;
    return false;
  }

  private char next() {
    while (text.charAt(place) == ' ') place++;
    return text.charAt(place++);
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Map) {
      String separator = "{";
      for (var each : ((Map<?, ?>) value).entrySet()) {
        out.append(separator);
        write(each.getKey(), out);
        out.append(':');
        write(each.getValue(), out);
        separator = ",";
      }
      out.append('}');
    } else if (value instanceof List) {
      String separator = "[";
      for (var each : (List<?>) value) {
        out.append(separator);
        write(each, out);
        separator = ",";
      }
      out.append(separator.equals("[") ? "[]" : "]");
    } else if (value instanceof String) {
      writeString((String) value, out);
    } else {
      out.append(value);
    }
  }

  private static void writeString(String value, StringBuilder out) {
    out.append('"');
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') out.append('\\');
      if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
