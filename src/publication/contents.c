#include "publication/contents.h"
#include "publication/compose.h"

struct block *contents_new(const struct edition *edition, struct block *parent) {
    return group_add(edition, parent, ROLE_CONTENTS, parent->span);
}

struct block *contents_line(const struct edition *edition, struct block *contents,
                            const char *style, struct str title, struct span span,
                            struct str target) {
    struct block *line = paragraph_add(edition, contents, ROLE_CONTENTS_ITEM, style, span);
    struct run *name = text_add(edition, line, title, line->span);
    if (name)
        name->isolate = true;
    run_add(&line->runs, edition->arena, RUN_LEADER, line->style, STR(""), line->span);
    struct run *page =
        run_add(&line->runs, edition->arena, RUN_PAGE, line->style, STR(""), line->span);
    page->target = target;
    page->isolate = true;
    line_link(line, str_join(edition->arena, STR("#"), target), title);
    return line;
}
