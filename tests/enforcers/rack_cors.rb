# Drives the real rack-cors as a Rack application. The protocol is told in differential.cpp.

require 'json'
begin
  require 'rack'
  require 'rack/cors'
rescue LoadError => missing
  warn missing.message
  exit 77
end

APPLICATION = ->(_) { [200, {}, []] }

def list(value)
  value.is_a?(Array) ? value : [value]
end

# `*` stands for `:any`, and a method for the symbol of its name.
def options_of(policy)
  options = {}
  if (methods = policy['methods'])
    any = list(methods).include?('*')
    options[:methods] = any ? :any : list(methods).map { |each| each.downcase.to_sym }
  end
  if (headers = policy['headers'])
    options[:headers] = list(headers).include?('*') ? :any : list(headers)
  end
  options[:expose] = list(policy['exposed_headers']) if policy.key?('exposed_headers')
  options[:max_age] = policy['max_age'] if policy.key?('max_age')
  options[:credentials] = policy['credentials'] if policy.key?('credentials')
  options
end

def origins_of(policy)
  origins = list(policy.fetch('origins', [])) +
            list(policy.fetch('patterns', [])).map { |each| Regexp.new(each) }
  origins.push('*') if policy['any_origin']
  origins
end

def middleware(policy)
  Rack::Cors.new(APPLICATION) do
    allow do
      origins(*origins_of(policy))
      resource '*', options_of(policy)
    end
  end
end

def environment(request)
  env = { 'REQUEST_METHOD' => request['method'], 'PATH_INFO' => '/', 'QUERY_STRING' => '' }
  request['headers'].each do |name, value|
    env["HTTP_#{name.upcase.tr('-', '_')}"] = value
  end
  env
end

def answer(program, request)
  status, headers, = program.call(environment(request))
  sent = headers.map { |name, value| [name.downcase, value] }
  kept = sent.select { |name, _| name == 'vary' || name.start_with?('access-control-') }
  { status: status, headers: kept }
end

STDIN.each_line do |line|
  each = JSON.parse(line)
  begin
    program = middleware(each['policy'])
    responses = each['requests'].map { |request| answer(program, request) }
    puts JSON.generate(start_failure: nil, responses: responses)
  rescue Rack::Cors::Resource::CorsMisconfigurationError => failure
    puts JSON.generate(start_failure: failure.message, responses: [])
  end
end
