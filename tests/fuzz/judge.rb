# Answers for Ruby's Regexp: reads a JSON list of {pattern, mode, ignore_case, texts}, writes one line
# each: "refused", or a digit for every text; "?" where a match takes longer than a second.
require "json"
require "timeout"

WRAP = { "full" => ->(p) { "\\A(?:#{p})\\z" }, "prefix" => ->(p) { "\\A(?:#{p})" }, "search" => ->(p) { p } }.freeze
JSON.parse(File.read(ARGV[0])).each do |c|
  begin
    Regexp.new(c["pattern"])
    expression = Regexp.new(WRAP[c["mode"]].call(c["pattern"]), c["ignore_case"] ? Regexp::IGNORECASE : 0)
  rescue RegexpError
    puts "refused"
    next
  end
  answers = c["texts"].map do |text|
    Timeout.timeout(1) { expression.match?(text) ? "1" : "0" }
  rescue Timeout::Error
    "?"
  end
  puts answers.join
end
