/* What the rules across files share. */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include "model/index.h"
#include "model/model.h"

/* A search for the nearest word costs as much as there are words: after this many the list of
 * faults is long enough to be read without, and the whole stays linear. */
enum { MOST_SUGGESTIONS = 32 };

struct checker {
    const struct model *model;
    struct arena *scratch; /* freed after the check */
    struct diag *diag;
    int suggestions; /* made so far */
};

/* Whether the table has `name`, which may be absent; else a fault "there is no `what` …" with the
 * nearest id as its hint, or `advice` where none is near. */
bool check_named(struct checker *checker, const struct id_table *table, const struct string *name,
                 const char *what, const char *advice);

/* Roles that are like themselves or like nothing, colours that are not there, sizes of nothing. */
void check_theme(struct checker *checker, const struct theme *theme);
/* What the printer cannot ask for, and plates that cannot be told apart. */
void check_press(struct checker *checker, const struct theme *theme);
/* Words that are missing, unknown or lack a language in which something is made. */
void check_labels(struct checker *checker);

#endif
