;;; corslint in Emacs 28 and later, through Eglot: add this to ~/.emacs.d/init.el  -*- lexical-binding: t -*-
;; Eglot comes with Emacs 29; before, install it: the Debian package elpa-eglot, or M-x package-install RET eglot.
;; It asks one server for each mode, so that corslint takes the place of others for these.
(unless (fboundp 'js-json-mode) ; Emacs 28
  (define-derived-mode js-json-mode js-mode "JSON")
  (unless (fboundp 'json-mode)
    (add-to-list 'auto-mode-alist '("\\.json\\'" . js-json-mode))))

(define-derived-mode corslint-env-mode conf-unix-mode "Env")

(defvar corslint-modes
  '(conf-toml-mode toml-mode toml-ts-mode js-json-mode json-mode json-ts-mode dotenv-mode corslint-env-mode))

;; Names that no mode is known for yet.
(add-to-list 'auto-mode-alist '("\\.json[5c]\\'" . js-json-mode) t)
(add-to-list 'auto-mode-alist '("\\.env\\(\\.[^/]*\\)?\\'" . corslint-env-mode) t)

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons corslint-modes '("corslint" "lsp"))))

(dolist (mode corslint-modes)
  (add-hook (intern (format "%s-hook" mode)) #'eglot-ensure))
