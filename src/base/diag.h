/* Faults and warnings, gathered so that one run reports them all. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/span.h"
#include "base/str.h"
#include <stdbool.h>
#include <stdio.h>

enum severity { SEVERITY_WARNING, SEVERITY_FAULT };

struct message {
    enum severity severity;
    struct span span;
    struct str text; /* what is wrong */
    struct str hint; /* what to write instead; may be empty */
};

struct diag; /* not shared between threads: one a thread, then diag_merge */

struct diag *diag_new(struct arena *arena);

/* Adds a message; `hint` may be NULL. The same message at the same place is kept once. */
void diag_fault(struct diag *diag, struct span span, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void diag_warn(struct diag *diag, struct span span, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Appends what `from` holds to `into`. */
void diag_merge(struct diag *into, const struct diag *from);

size_t diag_faults(const struct diag *diag);   /* how many faults */
size_t diag_warnings(const struct diag *diag); /* how many warnings */
/* The messages in order of file, line, column; owned by the diag's arena. */
const struct message *diag_sorted(struct diag *diag, size_t *count);

/* Prints `file:line:column: fault: text` and, indented on the next line, the hint; sorted. */
void diag_print(struct diag *diag, FILE *out);

#endif
