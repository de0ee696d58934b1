" corslint in Vim, through ALE: save this as ~/.vim/plugin/corslint.vim
function! s:Root(buffer) abort
  let l:git = ale#path#FindNearestDirectory(a:buffer, '.git')
  return empty(l:git) ? expand('#' . a:buffer . ':p:h') : fnamemodify(l:git, ':h:h')
endfunction

function! s:Define() abort
  for l:filetype in ['toml', 'json', 'jsonc', 'json5', 'sh'] " env files are `sh`
    call ale#linter#Define(l:filetype, {
    \   'name': 'corslint',
    \   'lsp': 'stdio',
    \   'executable': 'corslint',
    \   'command': '%e lsp',
    \   'project_root': function('s:Root'),
    \})
  endfor
endfunction

autocmd VimEnter * call s:Define()
