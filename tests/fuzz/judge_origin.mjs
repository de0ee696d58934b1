// Answers for Node's URL: reads a JSON list of texts and writes a digit for each, 1 where the text is
// the serialization of its own origin.
import { readFileSync } from "node:fs";

const answer = (text) => {
  try {
    return new URL(text).origin === text ? "1" : "0";
  } catch {
    return "0";
  }
};
console.log(JSON.parse(readFileSync(process.argv[2], "utf8")).map(answer).join(""));
