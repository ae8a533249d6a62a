#include "cli/outcome.h"

#include <stdio.h>
#include <unistd.h>

struct progress progress_new(const struct session *session, size_t all) {
    return (struct progress){.shown = !session->options.quiet && isatty(STDERR_FILENO) && all > 3,
                             .all = all,
                             .begin = clock_seconds()};
}

void progress_add(struct progress *progress, size_t count) {
    size_t done = __atomic_add_fetch(&progress->done, count, __ATOMIC_RELAXED);
    if (!progress->shown)
        return;
    double spent = clock_seconds() - progress->begin;
    double left = spent / (double)done * (double)(progress->all - done);
    fprintf(stderr, "\r%zu of %zu, %.0f s left \033[K", done, progress->all, left);
}

void progress_end(const struct progress *progress) {
    if (progress->shown)
        fputs("\r\033[K", stderr);
}

void outcome_print(size_t made, size_t fresh, size_t removed) {
    fprintf(stderr, "attache: %zu made, %zu up to date", made, fresh);
    if (removed)
        fprintf(stderr, ", %zu removed", removed);
    fputc('\n', stderr);
}

static void print_time(const char *name, double seconds) {
    fprintf(stderr, "%-8s %8.1f ms\n", name, seconds * 1e3);
}

void timings_print(const struct session *session, const struct worker *workers, unsigned count,
                   double publish) {
    static const char *const names[STAGES] = {"compose",  "shape", "break",
                                              "paginate", "write", "compress"};
    struct watch all = {0};
    for (unsigned i = 0; i < count; i++)
        watch_add(&all, &workers[i].watch);
    all.seconds[STAGE_WRITE] += publish;
    print_time("read", session->read);
    print_time("check", session->check);
    for (int stage = 0; stage < STAGES; stage++)
        print_time(names[stage], all.seconds[stage]);
}
