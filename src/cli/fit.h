/* A document that has the pages it is to have, and has them where its counterparts have them. */
#ifndef CLI_FIT_H
#define CLI_FIT_H

#include "cli/search.h"
#include "cli/session.h"
#include "doc/doc.h"
#include "model/fit.h"
#include "page/page.h"

struct synopsis;

/* How the job's document is made. Both give NULL after a fault, which is in `diag`. */
struct fit_request {
    const struct job *job;
    const struct theme *theme; /* as it is */
    /* The document in a language, which is another one than the job's in synoptic editions. */
    struct doc *(*compose)(void *context, const struct fit *fit, struct str language,
                           struct arena *arena, struct diag *diag);
    struct pages *(*layout)(void *context, const struct doc *doc, struct arena *arena,
                            struct diag *diag);
    void *context;
    struct arena *arena; /* of the result */
    struct diag *diag;
};

/* How a document is set; in synoptic bulletins the editions in all languages. */
struct setting {
    struct found found;
    struct synopsis *synopsis; /* NULL unless the bulletin is synoptic */
};

/* Whether pages of other languages have a say in those of the job. */
bool job_is_synoptic(const struct job *job);

/* How long the pages of a document are. */
struct extent extent_of(const struct pages *pages, const struct doc *doc);

/* Finds the setting for the job, in synoptic bulletins for each job of the bulletin. Where the
 * bulletin or directory asks for no number of pages, nor to be synoptic, it costs nothing. What
 * cannot be fitted is a fault, or a warning where blank pages make up a multiple. False after a
 * fault. */
bool setting_find(const struct fit_request *request, struct setting *setting);
/* `doc`, composed with the theme as it is, or a document that takes its place, set so; NULL after a
 * fault. */
struct doc *setting_apply(const struct setting *setting, const struct fit_request *request,
                          struct doc *doc);

#endif
