#include "cli/worker.h"

void worker_begin(struct worker *worker, const struct session *session) {
    if (worker->arena)
        return;
    worker->session = session;
    worker->arena = arena_new();
    worker->pdf = pdf_cache_new();
}

struct locale *worker_locale(struct worker *worker, struct str language) {
    for (size_t i = 0; i < worker->locales.count; i++)
        if (str_equal(locale_language(worker->locales.at[i]), language))
            return worker->locales.at[i];
    struct locale *locale = locale_new(language);
    array_push(&worker->locales, worker->arena, locale);
    return locale;
}

struct watch *worker_watch(struct worker *worker) {
    return worker->session->options.timings ? &worker->watch : NULL;
}

struct text *worker_text(struct worker *worker) {
    if (worker->text)
        return worker->text;
    worker->text = text_new(worker->session->fonts, HYPHEN_FOLDER);
    text_measure(worker->text, worker_watch(worker));
    return worker->text;
}
