/* The file of a document, written while its pages are made: it begins with the first pages, and
 * anew when these turn out to be void. */
#ifndef CLI_SINK_H
#define CLI_SINK_H

#include "base/file.h"
#include "page/page.h"
#include "pdf/pdf.h"

struct sink {
    const char *path;
    const struct pdf_options *options;
    struct arena *arena; /* of the output */
    struct diag *diag;
    struct file_output *output;
    struct pdf *pdf;
    bool unopened; /* the output cannot be opened: the fault is told */
};

/* What layout gives pages to. */
struct page_sink sink_pages(struct sink *sink);
/* The whole file, not yet in its place; `pages` may be NULL after a fault. NULL after any fault:
 * then nothing is left. */
struct file_output *sink_finish(struct sink *sink, const struct pages *pages);

#endif
