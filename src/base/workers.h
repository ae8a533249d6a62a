/* A loop over all cores. */
#ifndef BASE_WORKERS_H
#define BASE_WORKERS_H

#include <stddef.h>

/* Calls `work(context, index, worker)` for each index below `count`, on `jobs` threads (0: as many
 * as there are cores); worker is 0 to jobs-1, so that each may have its own arena. Indexes are
 * handed out in order. Returns when all are done. With one job all runs on the caller's thread. */
void workers_run(unsigned jobs, size_t count, void (*work)(void *context, size_t index, unsigned worker),
                 void *context);

/* The same, but goes on at once with all threads except the caller's, which does its share when it
 * waits: with one job, all of it. */
struct workers;
struct workers *workers_start(unsigned jobs, size_t count,
                              void (*work)(void *context, size_t index, unsigned worker),
                              void *context);
/* Until all is done; frees. */
void workers_wait(struct workers *workers);
unsigned workers_cores(void);

#endif
