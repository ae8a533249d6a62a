/* What a run says of itself on standard error: progress, outcome, times. */
#ifndef CLI_OUTCOME_H
#define CLI_OUTCOME_H

#include "cli/make.h"

#include <stddef.h>

/* The line that a terminal shows while documents are made. */
struct progress {
    bool shown;
    size_t all;
    size_t done; /* only touched with atomics */
    double begin;
};

struct progress progress_new(const struct session *session, size_t all);
/* From any thread: so many more are done. */
void progress_add(struct progress *progress, size_t count);
void progress_end(const struct progress *progress);

/* "attache: 3 made, 17 up to date, 2 removed" */
void outcome_print(size_t made, size_t fresh, size_t removed);

/* The time of processors, of all threads together; `publish`: seconds for what comes after them. */
void timings_print(const struct session *session, const struct worker *workers, unsigned count,
                   double publish);

#endif
