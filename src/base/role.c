#include "base/role.h"

const char *role_name(uint8_t role) {
    static const char *const names[ROLES] = {
        [ROLE_ARTIFACT] = "Artifact",
        [ROLE_DOCUMENT] = "Document",
        [ROLE_PART] = "Part",
        [ROLE_SECTION] = "Sect",
        [ROLE_GROUP] = "NonStruct",
        [ROLE_H1] = "H1",
        [ROLE_H2] = "H2",
        [ROLE_H3] = "H3",
        [ROLE_H4] = "H4",
        [ROLE_H5] = "H5",
        [ROLE_H6] = "H6",
        [ROLE_PARAGRAPH] = "P",
        [ROLE_LIST] = "L",
        [ROLE_ITEM] = "LI",
        [ROLE_LABEL] = "Lbl",
        [ROLE_BODY] = "LBody",
        [ROLE_TABLE] = "Table",
        [ROLE_TABLE_HEAD] = "THead",
        [ROLE_TABLE_BODY] = "TBody",
        [ROLE_ROW] = "TR",
        [ROLE_HEADER_CELL] = "TH",
        [ROLE_CELL] = "TD",
        [ROLE_FIGURE] = "Figure",
        [ROLE_CAPTION] = "Caption",
        [ROLE_QUOTE] = "BlockQuote",
        [ROLE_NOTE] = "Note",
        [ROLE_REFERENCE] = "Reference",
        [ROLE_CONTENTS] = "TOC",
        [ROLE_CONTENTS_ITEM] = "TOCI",
        [ROLE_INDEX] = "Index",
        [ROLE_SPAN] = "Span",
        [ROLE_LINK] = "Link",
    };
    return names[role < ROLES ? role : ROLE_SPAN];
}
