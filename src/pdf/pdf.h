/* Pages into a PDF file, through libharu's object layer. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/diag.h"
#include "base/file.h"
#include "base/watch.h"
#include "font/fonts.h"
#include "page/page.h"

/* A file that goes into the document whole. Names differ within a document. */
struct attachment {
    const char *path;
    struct str name;        /* under which it is found again */
    struct str description; /* for people */
    struct str type;        /* of MIME: "application/yaml" */
};

/* How the pages stand on the sheets of a press. */
enum imposition { IMPOSITION_NONE, IMPOSITION_BOOKLET, IMPOSITION_PERFECT_BOUND };

/* A line of text by itself. */
struct set_line {
    const struct placed *words; /* x from where the line begins */
    uint32_t count;
    sp width;
};

/* Shapes and sets a line in the font of the document; the words are owned by `arena` and by what
 * `context` keeps. */
struct line_setter {
    struct set_line (*set)(void *context, struct str text, sp size, struct arena *arena);
    void *context;
};

/* A colour of the theme on a press. */
struct press_ink {
    struct colour colour;
    struct str spot;  /* the name of its own plate; empty: it has none */
    struct span span; /* where the theme gives it */
};

/* What makes the file one for the press, PDF/X-4. */
struct press_options {
    const char *profile;          /* path of a CMYK ICC profile */
    struct span profile_span;     /* where the theme names it; no file: it does not */
    unsigned ink_limit;           /* percent of all inks in one place */
    bool keep_pictures;           /* in RGB, with their own profile; else they become inks */
    enum imposition imposition;   /* of the pages on sheets */
    sp creep;                     /* thickness of a sheet */
    struct str job;               /* what the slug line calls the work */
    struct line_setter setter;    /* of the slug line; `set` NULL: there is none */
    const struct press_ink *inks; /* the number of a spot colour counts them from 1 */
    size_t ink_count;
    struct span span; /* of the theme */
};

/* What a thread keeps from one document to the next: the compressor, and a colour profile as it is
 * written. */
struct pdf_cache;
struct pdf_cache *pdf_cache_new(void);
void pdf_cache_free(struct pdf_cache *cache);

struct pdf_options {
    struct str producer;        /* "attache 0.1.0" */
    int64_t created;            /* seconds since 1970; negative: midnight UTC of meta.date */
    const char *screen_profile; /* path of an sRGB ICC profile; NULL: none, no output intent */
    const struct press_options *press;    /* NULL: for the screen */
    const struct attachment *attachments; /* the file is PDF/A-3 with these, for the screen alone */
    size_t attachment_count;
    int level;     /* of compression, 1 to 9; 0: the default */
    unsigned jobs; /* threads for the pages; 0: as many as there are cores */
    struct pdf_cache *cache; /* of the calling thread; NULL: nothing is kept */
    struct watch *watch; /* measures writing and compression; NULL: nobody does */
};

/* A file for the screen under construction, whose pages come in batches, as a page_sink takes them.
 * The same pages in the same batches, and the same options, give the same bytes, whatever the number
 * of threads. Faults (a picture that cannot be read, a font that cannot be subset, a link to
 * nowhere, a failed write) are in diag, which outlives it, as options and output do. */
struct pdf;
struct pdf *pdf_begin(const struct pdf_options *options, struct file_output *output,
                      struct diag *diag);
void pdf_take(struct pdf *pdf, const struct page_batch *batch);
/* After an empty batch: writes what comes after the pages, which may be without what has been
 * taken, and frees. False after any fault in diag. */
bool pdf_finish(struct pdf *pdf, const struct pages *pages);
/* Frees; the output is of no use. */
void pdf_abandon(struct pdf *pdf);

/* All of it at once, for the press too. */
bool pdf_write(const struct pages *pages, const struct pdf_options *options,
               struct file_output *output, struct diag *diag);

/* Everything that would keep the pages from a press, without writing: faults and warnings in diag,
 * with their places in the data. False after a fault. */
bool pdf_check(const struct pages *pages, const struct pdf_options *options, struct diag *diag);

#endif
