-- corslint in Neovim, 0.7 and later: save this as ~/.config/nvim/plugin/corslint.lua
local command = { "corslint", "lsp" }
local markers = { "corslint.toml", ".corslint.toml", ".git" }
local environments = { "development", "test", "staging", "production", "dev", "prod", "local" }
vim.list_extend(environments, { "example", "sample", "template", "dist" })

if vim.lsp.config then -- 0.11 and later
  local unknown = { "env", { priority = -1 } } -- where no other type is known
  local names = { [".*%.env%..*"] = unknown }
  for _, environment in ipairs(environments) do
    names["env%." .. environment] = unknown
  end
  vim.filetype.add({ pattern = names })
  vim.lsp.config("corslint", {
    cmd = command,
    filetypes = { "toml", "json", "jsonc", "json5", "env", "sh" }, -- env files are `sh` in most versions
    root_markers = markers,
  })
  vim.lsp.enable("corslint")
  return
end

local clients = {} -- one for each folder that a project starts in

local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ":h")
  local current = folder
  while true do
    for _, marker in ipairs(markers) do
      if vim.loop.fs_stat(current .. "/" .. marker) then
        return current
      end
    end
    local parent = vim.fn.fnamemodify(current, ":h")
    if parent == current then
      return folder
    end
    current = parent
  end
end

vim.api.nvim_create_autocmd({ "BufReadPost", "BufNewFile" }, {
  pattern = vim.list_extend({ "*.toml", "*.json", "*.jsonc", "*.json5", "*.env", "*.env.*" },
    vim.tbl_map(function(environment) return "env." .. environment end, environments)),
  callback = function(event)
    local root = root_of(vim.fn.fnamemodify(event.file, ":p"))
    -- `client_is_stopped` takes one that is still starting for a stopped one.
    if not clients[root] then
      clients[root] = vim.lsp.start_client({
        name = "corslint",
        cmd = command,
        root_dir = root,
        on_exit = function()
          clients[root] = nil
        end,
      })
    end
    if clients[root] then
      vim.lsp.buf_attach_client(event.buf, clients[root])
    end
  end,
})
