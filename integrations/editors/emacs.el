;;; corslint in Emacs, through Eglot: add this to ~/.emacs.d/init.el  -*- lexical-binding: t -*-
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((conf-toml-mode toml-ts-mode js-json-mode json-mode json-ts-mode dotenv-mode)
                 . ("corslint" "lsp"))))

(dolist (hook '(conf-toml-mode-hook toml-ts-mode-hook js-json-mode-hook json-mode-hook
                json-ts-mode-hook dotenv-mode-hook))
  (add-hook hook #'eglot-ensure))
