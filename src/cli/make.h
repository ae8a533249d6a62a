/* Documents that belong together, from the data to outputs that wait to appear. */
#ifndef CLI_MAKE_H
#define CLI_MAKE_H

#include "base/digest.h"
#include "base/file.h"
#include "cli/worker.h"

/* What the documents of a run have in common. */
struct plan {
    const struct session *session;
    bool single;          /* one document, that appears by itself */
    bool batch;           /* nothing is named: only what changed is made */
    struct digest common; /* inputs of all documents of a batch */
    struct digest origin; /* where its data lie */
    unsigned pdf_jobs;
};

/* What is left of a job once its pages are gone. */
struct made {
    struct diag *diag;          /* NULL: not even begun, for the program was told to stop */
    struct file_output *output; /* sealed: it appears when all jobs are done without a fault */
    struct digest inputs;       /* in a batch */
    bool fresh;                 /* the output of an earlier run is as this one's would be */
};

/* Whether the command writes PDFs: a check and a dump do not. */
bool writes(const struct session *session);

/* Makes one document, or those of a synoptic bulletin, whose pages are found once for all of its
 * languages. Outputs and diagnostics are owned by the worker, the rest is left in `arena`. */
void make(const struct plan *plan, struct worker *worker, const struct job *jobs, size_t count,
          struct arena *arena, struct made *made);

#endif
