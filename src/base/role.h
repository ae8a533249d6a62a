/* What a piece of a document is. The role becomes the PDF structure tag, the outline and the contents,
 * from one source. Names as in ISO 32000-1, 14.8.4. */
#ifndef BASE_ROLE_H
#define BASE_ROLE_H

#include <stdbool.h>
#include <stdint.h>

enum role {
    ROLE_ARTIFACT, /* not content: rules, leaders, heads and feet */
    ROLE_DOCUMENT,
    ROLE_PART,
    ROLE_SECTION,
    ROLE_GROUP, /* blocks that stand together and mean nothing by that: no element of its own */
    ROLE_H1, ROLE_H2, ROLE_H3, ROLE_H4, ROLE_H5, ROLE_H6,
    ROLE_PARAGRAPH,
    ROLE_LIST, ROLE_ITEM, ROLE_LABEL, ROLE_BODY, /* L LI Lbl LBody */
    ROLE_TABLE, ROLE_TABLE_HEAD, ROLE_TABLE_BODY, ROLE_ROW, ROLE_HEADER_CELL, ROLE_CELL,
    ROLE_FIGURE, ROLE_CAPTION,
    ROLE_QUOTE, /* BlockQuote */
    ROLE_NOTE, ROLE_REFERENCE,
    ROLE_CONTENTS, ROLE_CONTENTS_ITEM, /* TOC TOCI */
    ROLE_INDEX,
    ROLE_SPAN, ROLE_LINK,
    ROLES
};

/* Whether it parts the document: it holds blocks, and no text of its own. */
static inline bool role_sections(uint8_t role) {
    return role == ROLE_DOCUMENT || role == ROLE_PART || role == ROLE_SECTION || role == ROLE_INDEX;
}

/* The structure type of a role: "H1", "P". */
const char *role_name(uint8_t role);

#endif
