#include "base/workers.h"
#include "base/arena.h"
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

struct worker {
    struct workers *workers;
    unsigned number;
    pthread_t thread;
};

struct workers {
    size_t count;
    atomic_size_t next;
    void (*work)(void *context, size_t index, unsigned worker);
    void *context;
    unsigned started; /* threads, with that of the caller */
    struct worker at[];
};

/* The cores this process may run on, which a container may have limited. */
unsigned workers_cores(void) {
    cpu_set_t cores;
    if (sched_getaffinity(0, sizeof cores, &cores) != 0)
        return 1;
    int count = CPU_COUNT(&cores);
    return count > 0 ? (unsigned)count : 1;
}

static void *worker_run(void *argument) {
    const struct worker *worker = argument;
    struct workers *workers = worker->workers;
    for (size_t i; (i = atomic_fetch_add(&workers->next, 1)) < workers->count;)
        workers->work(workers->context, i, worker->number);
    return NULL;
}

struct workers *workers_start(unsigned jobs, size_t count,
                              void (*work)(void *context, size_t index, unsigned worker),
                              void *context) {
    if (jobs == 0)
        jobs = workers_cores();
    if (jobs > count)
        jobs = count ? (unsigned)count : 1;
    struct workers *workers = calloc(1, sizeof *workers + jobs * sizeof *workers->at);
    if (!workers)
        memory_exhausted();
    workers->count = count;
    workers->work = work;
    workers->context = context;
    workers->at[0] = (struct worker){.workers = workers};
    /* A thread that cannot be made is none that is needed: the others do its share. */
    for (workers->started = 1; workers->started < jobs; workers->started++) {
        struct worker *worker = &workers->at[workers->started];
        *worker = (struct worker){.workers = workers, .number = workers->started};
        if (pthread_create(&worker->thread, NULL, worker_run, worker) != 0)
            break;
    }
    return workers;
}

void workers_wait(struct workers *workers) {
    worker_run(&workers->at[0]);
    for (unsigned i = 1; i < workers->started; i++)
        pthread_join(workers->at[i].thread, NULL);
    free(workers);
}

void workers_run(unsigned jobs, size_t count,
                 void (*work)(void *context, size_t index, unsigned worker), void *context) {
    workers_wait(workers_start(jobs, count, work, context));
}
