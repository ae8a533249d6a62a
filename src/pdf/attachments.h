/* Files that go into the document (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8 and annex E). */
#ifndef PDF_ATTACHMENTS_H
#define PDF_ATTACHMENTS_H

#include "pdf/document.h"

struct attached {
    uint32_t names;  /* of the name tree for /EmbeddedFiles; 0: there are none */
    struct str list; /* "[…]" for /AF; owned by the document's arena */
};

/* Writes the attachments of the options. A file that cannot be read is a fault. */
struct attached attachments_write(const struct document *document);

#endif
