// Starts `corslint lsp` for policy files; everything else is the server's.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const command = workspace.getConfiguration("corslint").get("path");
  client = new LanguageClient(
    "corslint",
    { command, args: ["lsp"] },
    {
      documentSelector: [
        ...["toml", "json", "jsonc", "json5", "dotenv"].map((language) => ({ language })),
        { pattern: "**/{.env,.env.*,*.env,*.env.*}" },
        { pattern: "**/env.{development,test,staging,production,dev,prod,local}" },
        { pattern: "**/env.{example,sample,template,dist}" },
      ],
    },
  );
  return client.start();
};

exports.deactivate = () => client?.stop();
