// Answers for JavaScript's RegExp: reads a JSON list of {pattern, mode, ignore_case, texts}, writes
// one line each: "refused", or a digit for every text.
import { readFileSync } from "node:fs";

const wrap = { full: (p) => `^(?:${p})$`, prefix: (p) => `^(?:${p})`, search: (p) => p };
for (const { pattern, mode, ignore_case, texts } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  let expression;
  try {
    new RegExp(pattern);
    expression = new RegExp(wrap[mode](pattern), ignore_case ? "i" : "");
  } catch {
    console.log("refused");
    continue;
  }
  console.log(texts.map((text) => (expression.test(text) ? "1" : "0")).join(""));
}
