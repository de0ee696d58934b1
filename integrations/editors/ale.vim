" corslint in Vim, through ALE: save this as ~/.vim/plugin/corslint.vim
function! s:Root(buffer) abort
  let l:git = ale#path#FindNearestDirectory(a:buffer, '.git')
  return empty(l:git) ? expand('#' . a:buffer . ':p:h') : fnamemodify(l:git, ':h:h')
endfunction

function! s:Define() abort
  if !exists('g:loaded_ale')
    return
  endif
  for l:filetype in ['toml', 'json', 'jsonc', 'json5', 'env', 'sh'] " env files are `sh` in most versions
    call ale#linter#Define(l:filetype, {
    \   'name': 'corslint',
    \   'lsp': 'stdio',
    \   'executable': 'corslint',
    \   'command': '%e lsp',
    \   'project_root': function('s:Root'),
    \   'initialization_options': {'positionEncoding': 'utf-8'},
    \})
  endfor
  " Of JSON's linters ALE runs those that it lists. A list in g:ale_linters replaces its own, and has to name corslint itself.
  let l:listed = {'json': ['biome', 'jsonlint', 'spectral', 'vscodejson'], 'jsonc': ['biome'], 'json5': []}
  let l:selected = get(g:, 'ale_linters', {})
  for [l:filetype, l:known] in items(l:listed)
    if !has_key(l:selected, l:filetype) && !get(g:, 'ale_linters_explicit')
      let l:selected[l:filetype] = l:known + ['corslint']
    endif
  endfor
  let g:ale_linters = l:selected
endfunction

augroup corslint
  autocmd!
  autocmd VimEnter * call s:Define()
  " Only where no other type is known.
  autocmd BufNewFile,BufRead *.env.* setfiletype env
  autocmd BufNewFile,BufRead env.{development,test,staging,production,dev,prod,local} setfiletype env
  autocmd BufNewFile,BufRead env.{example,sample,template,dist} setfiletype env
augroup END
