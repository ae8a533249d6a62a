#include "cli/make.h"
#include "cli/fit.h"
#include "cli/inputs.h"
#include "cli/press.h"
#include "cli/record.h"
#include "cli/sink.h"
#include "cli/sources.h"
#include "publication/publication.h"

#include <stdio.h>

/* Under way: the jobs that belong together, and a document for each that is to be made. */
struct making {
    const struct plan *plan;
    struct worker *worker;
    const struct job *jobs;
    size_t count;
    struct made *made;
    struct doc **docs; /* NULL: need not or cannot be made */
    struct arena *arena;
};

bool writes(const struct session *session) {
    return session->options.dump == DUMP_NONE && session->options.command != COMMAND_CHECK;
}

/* ---- composition ---- */

static const struct theme *job_theme(const struct session *session, const struct job *job) {
    if (session->theme)
        return session->theme;
    return theme_find(session->model, job->directory ? STR(DIRECTORY_THEME) : STR(RELEASE_THEME));
}

static struct edition edition_of(struct worker *worker, const struct job *job, struct arena *arena,
                                 struct diag *diag) {
    const struct session *session = worker->session;
    struct edition edition = {
        .model = session->model,
        .fonts = session->fonts,
        .theme = job_theme(session, job),
        .language = job->language,
        .locale = worker_locale(worker, job->language),
        .arena = arena,
        .diag = diag,
    };
    if (!edition.theme)
        diag_fault(diag, (struct span){.file = session->options.data},
                   "add theme.yaml and theme-directory.yaml, or name a theme with --theme",
                   "the folder has no theme for this publication");
    return edition;
}

static struct doc *compose(struct edition *edition, const struct job *job) {
    edition->look =
        look_new(edition->theme, edition->fonts, edition->language, edition->arena, edition->diag);
    if (job->release)
        return release_print(edition, job->release);
    return job->bulletin ? bulletin_doc(edition, job->bulletin)
                         : directory_doc(edition, job->directory);
}

/* The document of the job in another language; NULL for `fit`: with the theme as it is. */
static struct doc *compose_in(struct worker *worker, const struct job *job, const struct fit *fit,
                              struct str language, struct arena *arena, struct diag *diag) {
    struct job other = *job;
    other.language = language;
    struct edition edition = edition_of(worker, &other, arena, diag);
    if (fit) {
        edition.theme = theme_fit(edition.theme, fit, arena);
        edition.looseness = fit->looseness;
    }
    return compose(&edition, &other);
}

/* ---- what need not be made ---- */

static bool is_fresh(const struct making *making, size_t index) {
    const struct session *session = making->plan->session;
    struct made *made = &making->made[index];
    made->fresh = !session->options.force &&
                  record_holds(making->jobs[index].path, made->inputs, making->plan->origin);
    return made->fresh;
}

static struct doc *doc_in(const struct making *making, struct str language) {
    for (size_t i = 0; i < making->count; i++)
        if (str_equal(making->jobs[i].language, language))
            return making->docs[i];
    return compose_in(making->worker, making->jobs, NULL, language, making->arena,
                      making->made->diag);
}

/* Pictures of all languages count where these have a say in the pages. */
static void add_pictures(const struct making *making) {
    const struct bulletin *bulletin = making->jobs->bulletin;
    for (size_t k = 0; k < bulletin->languages.count; k++) {
        const struct doc *doc = doc_in(making, bulletin->languages.at[k].text);
        for (size_t i = 0; doc && i < making->count; i++)
            making->made[i].inputs = inputs_with_pictures(making->made[i].inputs, doc);
    }
}

/* Composes the document, unless its inputs tell already that it is fresh. */
static void compose_changed(const struct making *making, size_t index) {
    const struct plan *plan = making->plan;
    const struct job *job = &making->jobs[index];
    struct made *made = &making->made[index];
    struct edition edition = edition_of(making->worker, job, making->arena, made->diag);
    if (!edition.theme)
        return;
    if (plan->batch) {
        made->inputs = inputs_of(plan->common, &edition, job);
        if (!inputs_may_show_pictures(&edition, job) && is_fresh(making, index))
            return;
    }
    making->docs[index] = compose(&edition, job);
}

/* Documents that show pictures are composed before it is known whether they are fresh. */
static void drop_fresh(const struct making *making) {
    if (job_is_synoptic(making->jobs))
        add_pictures(making);
    else if (making->docs[0])
        making->made->inputs = inputs_with_pictures(making->made->inputs, making->docs[0]);
    for (size_t i = 0; i < making->count; i++)
        if (making->docs[i] && is_fresh(making, i))
            making->docs[i] = NULL;
}

static bool all_without_faults(const struct making *making) {
    for (size_t i = 0; i < making->count; i++)
        if (diag_faults(making->made[i].diag))
            return false;
    return true;
}

/* False when nothing is left to be done. */
static bool compose_all(const struct making *making) {
    bool any = false;
    for (size_t i = 0; i < making->count; i++)
        compose_changed(making, i);
    watch_enter(worker_watch(making->worker), STAGE_PAGINATE);
    if (!all_without_faults(making))
        return false;
    if (making->plan->batch)
        drop_fresh(making);
    for (size_t i = 0; i < making->count; i++)
        any |= making->docs[i] != NULL;
    return any;
}

/* ---- pages that are asked for ---- */

static struct doc *compose_fitted(void *context, const struct fit *fit, struct str language,
                                  struct arena *arena, struct diag *diag) {
    const struct making *making = context;
    return compose_in(making->worker, making->jobs, fit, language, arena, diag);
}

static struct pages *layout_quietly(void *context, const struct doc *doc, struct arena *arena,
                                    struct diag *diag) {
    const struct making *making = context;
    struct layout_options options = {0};
    return layout_doc(doc, worker_text(making->worker), &options, arena, diag);
}

static struct fit_request request_of(struct making *making, size_t index) {
    const struct job *job = &making->jobs[index];
    return (struct fit_request){.job = job,
                                .theme = job_theme(making->plan->session, job),
                                .compose = compose_fitted,
                                .layout = layout_quietly,
                                .context = making,
                                .arena = making->arena,
                                .diag = making->made[index].diag};
}

/* ---- output ---- */

static struct pdf_options pdf_options_of(const struct making *making, size_t index) {
    const struct session *session = making->plan->session;
    const struct job *job = &making->jobs[index];
    struct worker *worker = making->worker;
    struct pdf_options options = {.producer = STR("attache " ATTACHE_VERSION),
                                  .created = session->options.created,
                                  .screen_profile = session->profile,
                                  .press = press_options_new(session, job, job_theme(session, job),
                                                             worker->text, making->arena,
                                                             making->made[index].diag),
                                  .jobs = making->plan->pdf_jobs,
                                  .cache = worker->pdf,
                                  .watch = worker_watch(worker)};
    if (session->options.attach_source)
        options.attachments = sources_of(session->model, job, making->docs[index], worker->arena,
                                         &options.attachment_count);
    return options;
}

/* For the press all pages must be known when the first one is written. The output outlives the
 * document: it is owned by the worker's arena. NULL after a fault. */
static struct file_output *write_at_once(const struct making *making, size_t index,
                                         const struct pages *pages,
                                         const struct pdf_options *options) {
    struct diag *diag = making->made[index].diag;
    struct file_output *output =
        file_output_open(making->worker->arena, making->jobs[index].path, diag);
    if (!output || pdf_write(pages, options, output, diag))
        return output;
    file_output_abandon(output);
    return NULL;
}

/* Of many outputs none appears before all are there. */
static struct file_output *sealed(const struct making *making, struct file_output *output,
                                  struct diag *diag) {
    if (!output || making->plan->single || file_output_seal(output, diag))
        return output;
    file_output_abandon(output);
    return NULL;
}

/* The pages into a file, or into a dump or a check. */
static struct file_output *lay_out(const struct making *making, size_t index) {
    const struct session *session = making->plan->session;
    const struct options *options = &session->options;
    struct diag *diag = making->made[index].diag;
    struct text *text = worker_text(making->worker);
    struct pdf_options pdf = pdf_options_of(making, index);
    struct sink sink = {.path = making->jobs[index].path,
                        .options = &pdf,
                        .arena = making->worker->arena,
                        .diag = diag};
    struct page_sink page_sink = sink_pages(&sink);
    bool sinks = writes(session) && !pdf.press;
    struct layout_options layout = {.show = options->show,
                                    .dump_lines = options->dump == DUMP_LINES ? stdout : NULL,
                                    .sink = sinks ? &page_sink : NULL};
    watch_enter(pdf.watch, STAGE_PAGINATE);
    struct pages *pages = layout_doc(making->docs[index], text, &layout, making->arena, diag);
    watch_enter(pdf.watch, STAGE_WRITE);
    if (sinks)
        return sink_finish(&sink, pages);
    if (!pages || diag_faults(diag))
        return NULL;
    if (options->dump == DUMP_PAGES)
        pages_dump(pages, stdout);
    if (writes(session))
        return write_at_once(making, index, pages, &pdf);
    if (options->command == COMMAND_CHECK)
        pdf_check(pages, &pdf, diag);
    return NULL;
}

/* ---- the whole ---- */

void make(const struct plan *plan, struct worker *worker, const struct job *jobs, size_t count,
          struct arena *arena, struct made *made) {
    struct making making = {plan, worker, jobs, count, made, arena_make(arena, struct doc *, count),
                            arena};
    for (size_t i = 0; i < count; i++)
        made[i].diag = diag_new(worker->arena);
    struct setting setting;
    struct fit_request first = request_of(&making, 0);
    if (!compose_all(&making) || !setting_find(&first, &setting))
        return;
    for (size_t i = 0; i < count; i++) {
        struct fit_request request = request_of(&making, i);
        if (making.docs[i])
            making.docs[i] = setting_apply(&setting, &request, making.docs[i]);
        if (!making.docs[i] || diag_faults(made[i].diag))
            continue;
        if (plan->session->options.dump == DUMP_DOC)
            doc_dump(making.docs[i], stdout);
        else
            made[i].output = sealed(&making, lay_out(&making, i), made[i].diag);
    }
}
