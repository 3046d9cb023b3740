;;; -*- lexical-binding: t -*-
;; Opens the example driver, types a bug, sees it with its steps, applies the fix, saves,
;; and sees it gone.
(defun say (&rest arguments)
  (princ (concat (apply #'format arguments) "\n")))

;; The editor goes on while this waits.
(defun wait (what condition)
  (let ((end (+ (float-time) 240)))
    (while (not (funcall condition))
      (when (> (float-time) end)
        (say "waited in vain for %s: %S" what (shown))
        (kill-emacs 1))
      (accept-process-output nil 0.05))))

;; What Flymake shows of the server's diagnostics, which have their steps with them.
(defun shown ()
  (seq-filter (lambda (d) (alist-get 'eglot-lsp-diag (flymake-diagnostic-data d)))
              (flymake-diagnostics)))

(defun show ()
  (dolist (d (shown))
    (say "%d: %s" (line-number-at-pos (flymake-diagnostic-beg d))
         (flymake-diagnostic-text d))
    (let ((diagnostic (alist-get 'eglot-lsp-diag (flymake-diagnostic-data d))))
      (seq-doseq (step (plist-get diagnostic :relatedInformation))
        (say "  %d: %s"
             (1+ (plist-get (plist-get (plist-get (plist-get step :location) :range)
                                       :start)
                            :line))
             (plist-get step :message))))))

(defun counts (number)
  (lambda () (= (length (shown)) number)))

(setq make-backup-files nil create-lockfiles nil eglot-confirm-server-initiated-edits nil)
(find-file "notify.c")
;; What a command loop would do: eglot connects when the first command is done.
(run-hooks 'post-command-hook)
(wait "the connection" #'eglot-current-server)
(flymake-start)
(wait "the planted bug" (counts 1))
(show)
(goto-char (point-min))
(forward-line 31)
(delete-region (point) (progn (forward-line 2) (point)))
(eglot--signal-textDocument/didChange)
(wait "a clean file" (counts 0))
(say "clean")
(insert "  KeLeaveCriticalRegion();\n")
(eglot--signal-textDocument/didChange)
(wait "the typed bug" (counts 1))
(show)
;; The fix is the first thing that is offered there.
(goto-char (flymake-diagnostic-beg (car (shown))))
(let ((action (seq-find (lambda (a) (string-prefix-p "Remove" (plist-get a :title)))
                        (eglot-code-actions (point) (1+ (point)) nil nil))))
  (say "%s" (plist-get action :title))
  (eglot--apply-workspace-edit (plist-get action :edit)))
(save-buffer)
(wait "the fix" (counts 0))
(say "fixed")
(kill-emacs 0)
