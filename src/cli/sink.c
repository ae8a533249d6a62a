#include "cli/sink.h"

static void drop(void *context) {
    struct sink *sink = context;
    if (sink->pdf)
        pdf_abandon(sink->pdf);
    if (sink->output)
        file_output_abandon(sink->output);
    sink->pdf = NULL;
    sink->output = NULL;
}

static void begin(struct sink *sink) {
    sink->output = file_output_open(sink->arena, sink->path, sink->diag);
    sink->unopened = !sink->output;
    if (sink->output)
        sink->pdf = pdf_begin(sink->options, sink->output, sink->diag);
}

static void take(void *context, const struct page_batch *batch) {
    struct sink *sink = context;
    enum stage stage = watch_enter(sink->options->watch, STAGE_WRITE);
    if (!sink->pdf && !sink->unopened)
        begin(sink);
    if (sink->pdf)
        pdf_take(sink->pdf, batch);
    watch_enter(sink->options->watch, stage);
}

struct page_sink sink_pages(struct sink *sink) {
    return (struct page_sink){take, drop, sink};
}

struct file_output *sink_finish(struct sink *sink, const struct pages *pages) {
    bool written = false;
    if (sink->pdf && pages && diag_faults(sink->diag) == 0) {
        written = pdf_finish(sink->pdf, pages);
        sink->pdf = NULL;
    }
    if (!written)
        drop(sink);
    return sink->output;
}
