/* Documents through composition, layout and PDF, on several threads. */
#include "base/file.h"
#include "base/workers.h"
#include "cli/session.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "publication/publication.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define HYPHEN_FOLDER "/usr/share/hyphen"

/* Greatest widening and narrowing of letters, 1/10000. */
enum { EXPANSION = 200 };

enum stage { STAGE_COMPOSE, STAGE_LAYOUT, STAGE_WRITE, STAGES };

/* What one thread keeps between documents: shaped words, and the locales it has met. */
struct worker {
    struct arena *arena;
    struct text *text;
    ARRAY(struct locale *) locales;
    double seconds[STAGES];
};

struct production {
    struct session *session;
    const struct jobs *jobs;
    struct worker *workers;
    struct diag **diags; /* one a job, so that messages come in the order of jobs */
    unsigned pdf_jobs;
    size_t done; /* only touched with atomics */
    double begin;
    bool progress;
};

static struct locale *worker_locale(struct worker *worker, struct str language) {
    for (size_t i = 0; i < worker->locales.count; i++)
        if (str_equal(locale_language(worker->locales.at[i]), language))
            return worker->locales.at[i];
    struct locale *locale = locale_new(language);
    array_push(&worker->locales, worker->arena, locale);
    return locale;
}

static const struct theme *job_theme(const struct session *session, const struct job *job) {
    if (session->theme)
        return session->theme;
    return theme_find(session->model, job->directory ? STR("directory") : STR("classic"));
}

static struct doc *compose(struct production *production, struct worker *worker,
                           const struct job *job, struct arena *arena, struct diag *diag) {
    struct session *session = production->session;
    struct edition edition = {
        .model = session->model,
        .fonts = session->fonts,
        .theme = job_theme(session, job),
        .language = job->language,
        .locale = worker_locale(worker, job->language),
        .arena = arena,
        .diag = diag,
    };
    if (!edition.theme) {
        diag_fault(diag, (struct span){.file = session->options.data},
                   "add theme.yaml and theme-directory.yaml, or name a theme with --theme",
                   "the folder has no theme for this publication");
        return NULL;
    }
    edition.look = look_new(edition.theme, session->fonts, edition.language, arena, diag);
    if (job->release)
        return release_print(&edition, job->release);
    return job->bulletin ? bulletin_doc(&edition, job->bulletin)
                         : directory_doc(&edition, job->directory);
}

/* ---- output ---- */

static void write_pdf(struct production *production, const struct job *job,
                      const struct pages *pages, struct arena *arena, struct diag *diag) {
    const struct session *session = production->session;
    struct file_output *output = file_output_open(arena, job->path, diag);
    if (!output)
        return;
    struct pdf_options options = {.producer = STR("attache " ATTACHE_VERSION),
                                  .created = session->options.created,
                                  .screen_profile = session->profile,
                                  .jobs = production->pdf_jobs};
    if (pdf_write(pages, session->fonts, &options, output, diag))
        file_output_finish(output, diag);
    else
        file_output_abandon(output);
}

static void add_time(struct worker *worker, enum stage stage, double *since) {
    double now = clock_seconds();
    worker->seconds[stage] += now - *since;
    *since = now;
}

static void make(struct production *production, struct worker *worker, const struct job *job,
                 struct arena *arena, struct diag *diag) {
    const struct options *options = &production->session->options;
    double since = clock_seconds();
    struct doc *doc = compose(production, worker, job, arena, diag);
    add_time(worker, STAGE_COMPOSE, &since);
    if (!doc || diag_faults(diag))
        return;
    if (options->dump == DUMP_DOC) {
        doc_dump(doc, stdout);
        return;
    }
    struct layout_options layout = {.expansion = EXPANSION,
                                    .protrusion = true,
                                    .dump_lines = options->dump == DUMP_LINES ? stdout : NULL};
    struct pages *pages = layout_doc(doc, worker->text, &layout, arena, diag);
    add_time(worker, STAGE_LAYOUT, &since);
    if (!pages || diag_faults(diag))
        return;
    if (options->dump == DUMP_PAGES)
        pages_dump(pages, stdout);
    if (options->dump == DUMP_NONE)
        write_pdf(production, job, pages, arena, diag);
    add_time(worker, STAGE_WRITE, &since);
}

/* ---- progress ---- */

static void show_progress(struct production *production) {
    size_t done = __atomic_add_fetch(&production->done, 1, __ATOMIC_RELAXED);
    size_t all = production->jobs->list.count;
    if (!production->progress)
        return;
    double spent = clock_seconds() - production->begin;
    double left = spent / (double)done * (double)(all - done);
    fprintf(stderr, "\r%zu of %zu, %.0f s left \033[K", done, all, left);
    if (done == all)
        fputs("\r\033[K", stderr);
}

static void work(void *context, size_t index, unsigned number) {
    struct production *production = context;
    struct worker *worker = &production->workers[number];
    if (!worker->text) {
        worker->arena = arena_new();
        worker->text = text_new(production->session->fonts, HYPHEN_FOLDER);
    }
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    make(production, worker, &production->jobs->list.at[index], arena, diag);
    if (diag_faults(diag) + diag_warnings(diag))
        production->diags[index] = diag; /* keeps its arena */
    else if (production->jobs->list.count > 1)
        arena_free(arena);
    show_progress(production);
}

/* ---- the whole ---- */

static void print_timings(const struct production *production, unsigned workers) {
    static const char *const names[STAGES] = {"compose", "layout", "write"};
    const struct session *session = production->session;
    fprintf(stderr, "read     %8.1f ms\ncheck    %8.1f ms\n", session->read * 1e3,
            session->check * 1e3);
    for (int stage = 0; stage < STAGES; stage++) {
        double seconds = 0;
        for (unsigned i = 0; i < workers; i++)
            seconds += production->workers[i].seconds[stage];
        fprintf(stderr, "%-8s %8.1f ms\n", names[stage], seconds * 1e3);
    }
}

static unsigned worker_count(const struct session *session, size_t jobs) {
    unsigned count = session->options.jobs ? session->options.jobs : workers_cores();
    if (session->options.dump != DUMP_NONE)
        return 1; /* dumps share standard output */
    return jobs < count ? (unsigned)jobs : count;
}

static bool folder_ready(struct session *session) {
    if (session->options.output || session->options.dump != DUMP_NONE)
        return true;
    if (folder_make(session->options.out))
        return true;
    diag_fault(session->diag, (struct span){.file = session->options.out},
               "name a folder that can be written to with --out", "the folder cannot be made");
    return false;
}

int produce(struct session *session, const struct jobs *jobs) {
    size_t count = jobs->list.count;
    if (session->options.output && count > 1 && session->options.dump == DUMP_NONE) {
        fprintf(stderr, "attache: --output names one file, but there are %zu documents\n", count);
        return EXIT_USAGE;
    }
    if (count == 0 || !folder_ready(session))
        return session_close(session);
    unsigned workers = worker_count(session, count);
    struct production production = {
        .session = session,
        .jobs = jobs,
        .workers = arena_make(session->arena, struct worker, workers),
        .diags = arena_make(session->arena, struct diag *, count),
        .pdf_jobs = count > 1 ? 1 : session->options.jobs,
        .begin = clock_seconds(),
        .progress = !session->options.quiet && isatty(STDERR_FILENO) && count > 3,
    };
    workers_run(workers, count, work, &production);
    for (size_t i = 0; i < count; i++)
        if (production.diags[i])
            diag_merge(session->diag, production.diags[i]);
    if (session->options.timings)
        print_timings(&production, workers);
    return session_close(session);
}
