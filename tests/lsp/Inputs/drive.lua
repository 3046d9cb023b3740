-- Opens the example driver, types a bug, sees it with its steps, applies the fix, saves,
-- and sees it gone.
local function say(text) io.stdout:write(text .. "\n") end

local function finish(text)
  say(text)
  vim.cmd("qall!")
end

-- The editor goes on while this waits.
local function wait(what, condition)
  if not vim.wait(240000, condition, 50) then
    finish("waited in vain for " .. what .. ": " .. vim.inspect(vim.diagnostic.get(0)))
  end
end

local function show()
  for _, d in ipairs(vim.diagnostic.get(0)) do
    say(("%d: %s [%s]"):format(d.lnum + 1, d.message, d.code or d.user_data.lsp.code))
    for _, step in ipairs(d.user_data.lsp.relatedInformation) do
      say("  " .. step.location.range.start.line + 1 .. ": " .. step.message)
    end
  end
end

local function count(number)
  return function() return #vim.diagnostic.get(0) == number end
end

wait("the planted bug", count(1))
show()
vim.cmd("32,33delete")
wait("a clean file", count(0))
say("clean")
vim.cmd("31")
vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(
  "oKeLeaveCriticalRegion();<Esc>", true, false, true), "x", false)
wait("the typed bug", count(1))
show()

local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {} }
local replies = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 240000)
for _, reply in pairs(replies or {}) do
  local action = reply.result[1]
  say(action.title)
  vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
end
vim.cmd("write")
wait("the fix", count(0))
finish("fixed")
