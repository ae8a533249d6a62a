/* What one thread keeps between documents. */
#ifndef CLI_WORKER_H
#define CLI_WORKER_H

#include "base/array.h"
#include "base/locale.h"
#include "cli/session.h"
#include "layout/layout.h"
#include "pdf/pdf.h"

#define HYPHEN_FOLDER "/usr/share/hyphen"

/* {0} until its thread has something to do. */
struct worker {
    const struct session *session;
    struct arena *arena;
    struct text *text; /* shaped words */
    struct pdf_cache *pdf;
    ARRAY(struct locale *) locales; /* those met */
    struct watch watch;
};

/* From the worker's own thread, before its first document; again it does nothing. */
void worker_begin(struct worker *worker, const struct session *session);
/* Opened when first asked for; owned by the worker. */
struct locale *worker_locale(struct worker *worker, struct str language);
struct text *worker_text(struct worker *worker);
/* NULL unless --timings asks for it. */
struct watch *worker_watch(struct worker *worker);

#endif
