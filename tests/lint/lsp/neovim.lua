-- Run by neovim_test.cpp inside Neovim: opens documents with the ready-made configuration, and writes what the editor
-- then shows and holds to the file that TRANSCRIPT names. Nothing sleeps; what does not come within the limit is said.
local limit = 20000
local lines = {}

local function say(text)
  for _, line in ipairs(vim.split(text, "\n")) do
    lines[#lines + 1] = line
  end
end

local function wait_for(what, condition)
  if not vim.wait(limit, condition, 5) then
    say("NOT SEEN: " .. what)
  end
end

local function show_diagnostics()
  for _, found in ipairs(vim.diagnostic.get(0)) do
    say(string.format("%d:%d-%d:%d %s %s", found.lnum, found.col, found.end_lnum, found.end_col,
      vim.diagnostic.severity[found.severity], found.user_data.lsp.code))
  end
end

local function is_found(rule)
  return vim.tbl_contains(vim.tbl_map(function(found) return found.user_data.lsp.code end, vim.diagnostic.get(0)), rule)
end

local function open(name)
  vim.cmd("edit " .. name)
  wait_for("findings in " .. name, function() return #vim.diagnostic.get(0) > 0 end)
  say("== " .. name)
  show_diagnostics()
end

local function hover(line, column)
  local before = #vim.api.nvim_list_wins()
  vim.api.nvim_win_set_cursor(0, { line, column })
  vim.lsp.buf.hover()
  wait_for("a window", function() return #vim.api.nvim_list_wins() > before end)
  local windows = vim.api.nvim_list_wins()
  local shown = vim.api.nvim_win_get_buf(windows[#windows])
  say("== hover")
  for _, line in ipairs(vim.api.nvim_buf_get_lines(shown, 0, 3, false)) do
    say(line)
  end
  vim.api.nvim_win_close(windows[#windows], true)
end

-- Takes the action whose title holds the words, out of the menu that the editor would show.
local function act(line, column, words)
  local offered
  vim.ui.select = function(items, _, on_choice)
    offered = items
    for _, item in ipairs(items) do
      if item[2].title:find(words, 1, true) then
        return on_choice(item)
      end
    end
    on_choice(nil)
  end
  local tick = vim.b.changedtick
  vim.api.nvim_win_set_cursor(0, { line, column })
  vim.lsp.buf.code_action()
  wait_for("a change by " .. words, function() return vim.b.changedtick > tick end)
  say("== actions")
  for _, item in ipairs(offered or {}) do
    say(item[2].title)
  end
end

local function show_buffer()
  say("== buffer")
  for _, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    say(line)
  end
end

local function main()
  open("cors.toml")
  hover(6, 5)
  act(6, 5, "Write")
  wait_for("the slash being gone", function() return not is_found("trailing-slash") end)
  act(8, 5, "Ignore")
  wait_for("the name being ignored", function() return not is_found("missing-scheme") end)
  show_diagnostics()
  show_buffer()

  open(".env")
  act(1, 50, "all safe fixes")
  wait_for("no finding", function() return #vim.diagnostic.get(0) == 0 end)
  show_buffer()
end

local is_sound, problem = pcall(main)
if not is_sound then
  say("FAILED: " .. problem)
end
vim.fn.writefile(lines, os.getenv("TRANSCRIPT"))
vim.cmd("qall!")
