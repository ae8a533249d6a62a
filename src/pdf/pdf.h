/* Pages into a PDF file, through libharu's object layer. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/diag.h"
#include "base/file.h"
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

struct pdf_options {
    struct str producer;        /* "attache 0.1.0" */
    int64_t created;            /* seconds since 1970; negative: midnight UTC of meta.date */
    const char *screen_profile; /* path of an sRGB ICC profile; NULL: none, no output intent */
    const char *press_profile;  /* path of a CMYK ICC profile: the file is for the press, PDF/X-4;
                                   NULL: for  the screen */
    struct str job;             /* what the slug line calls the work; empty: meta.identifier */
    enum imposition imposition; /* for the press alone */
    const struct attachment *attachments; /* the file is PDF/A-3 with these, for the screen alone */
    size_t attachment_count;
    int level;     /* of compression, 1 to 9; 0: the default */
    unsigned jobs; /* threads for the pages; 0: as many as there are cores */
};

/* Writes the pages to `output`; the same pages and options give the same bytes. Faults (a picture
 * that cannot be read, a font that cannot be subset, a failed write) are in diag; false after one.
 */
bool pdf_write(const struct pages *pages, const struct fonts *fonts,
               const struct pdf_options *options, struct file_output *output, struct diag *diag);

#endif
