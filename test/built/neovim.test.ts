/** The recipe of the guide, as a writer would copy it, in a real Neovim: `npm run build` first. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { installedIn, recipeIn } from '../helpers/recipes.js';

const TEXT = '　　一、认真布署𠮷日工作，，全年办展。\r\n　　三、存在的问题\r\n　　借书XX册。\r\n';

/** Chooses actions as a writer does, from the menu, and tells what the buffer was and became. */
const DRIVER = `
local steps = {}
local function fail(what)
  io.stderr:write(what .. '\\n')
  vim.cmd('cquit')
end
local function await(what, ready)
  if not vim.wait(20000, ready, 20) then fail('not in time: ' .. what) end
end
local function note(name)
  steps[name] = vim.api.nvim_buf_get_lines(0, 0, -1, false)
end
local function choose(line, column, title)
  local before = vim.api.nvim_buf_get_changedtick(0)
  vim.ui.select = function(items, _, on_choice)
    for index, item in ipairs(items) do
      local action = item.action or item[2]
      if action.title:find(title, 1, true) then return on_choice(item, index) end
    end
    fail('no action ' .. title )
  end
  vim.api.nvim_win_set_cursor(0, { line, column })
  vim.lsp.buf.code_action()
  await(title, function() return vim.api.nvim_buf_get_changedtick(0) ~= before end)
end
local function codes()
  return vim.tbl_map(function(found) return found.code end, vim.diagnostic.get(0))
end
local ok, problem = pcall(function()
  await('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  steps.codes = codes()
  choose(1, 16, '改为“部署”')
  note('fixed')
  choose(2, 1, '重排全文序号')
  note('renumbered')
  -- Before 0.8 it asks even when there is nothing to choose.
  vim.ui.select = function(items, _, on_choice) on_choice(items[1], 1) end
  local tick = vim.api.nvim_buf_get_changedtick(0)
  local leader = vim.api.nvim_replace_termcodes('<Bslash>f', true, false, true)
  vim.api.nvim_feedkeys(leader, 'mx', false)
  await('all fixes', function() return vim.api.nvim_buf_get_changedtick(0) ~= tick end)
  note('all')
  await('the diagnostics of the new text', function()
    return not vim.tbl_contains(codes(), 'wrong-word')
  end)
  steps.rest = codes()
  choose(1, 1, '新建同级标题')
  note('heading')
  vim.cmd('write')
end)
if not ok then fail(tostring(problem)) end
io.stdout:write('RESULT' .. vim.fn.json_encode(steps) .. '\\n')
vim.cmd('qall!')
`;

describe('Neovim', () => {
  let folder: string;
  before(function () {
    if (spawnSync('nvim', ['--version']).status !== 0) this.skip();
    folder = mkdtempSync(path.join(os.tmpdir(), 'work-summary-neovim-'));
  });
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  it('shows findings, applies actions and leaves the file as it should be', async () => {
    const recipe = recipeIn('lua');
    const file = path.join(folder, '总结.txt');
    writeFileSync(file, TEXT);
    writeFileSync(path.join(folder, 'init.lua'), recipe);
    writeFileSync(path.join(folder, 'driver.lua'), DRIVER);
    const { stdout } = await promisify(execFile)(
      'nvim',
      ['--headless', '-n', '-i', 'NONE', '-u', 'init.lua', '-S', 'driver.lua', '总结.txt'],
      { cwd: folder, env: installedIn(folder) },
    );
    const steps = JSON.parse(/RESULT(.*)/.exec(stdout)?.[1] ?? assert.fail(stdout));
    assert.ok(['doubled-mark', 'label-number', 'wrong-word'].every((c) => steps.codes.includes(c)));
    assert.equal(steps.fixed[0], '　　一、认真部署𠮷日工作，，全年办展。');
    assert.deepEqual(steps.renumbered, [steps.fixed[0], '　　二、存在的问题', '　　借书XX册。']);
    assert.equal(steps.all[0], '　　一、认真部署𠮷日工作，全年办展。');
    assert.ok(!steps.rest.includes('doubled-mark'));
    const written = readFileSync(file, 'utf8');
    assert.equal(written, steps.heading.map((line: string) => `${line}\r\n`).join(''));
    assert.equal(steps.heading.length, 4);
    assert.equal(steps.heading[2].trim().slice(0, 2), '三、');
  });
});
