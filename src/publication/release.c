#include "publication/release.h"
#include "base/file.h"
#include "publication/compose.h"
#include "publication/entry.h"
#include "publication/look.h"
#include "publication/qr.h"

struct str release_block_id(const struct edition *edition, const struct release *release) {
    return str_join(edition->arena, STR("release-"), release->id.text);
}

const struct mission *ministry_find(const struct model *model) {
    for (size_t i = 0; i < model->missions.count; i++)
        if (model->missions.at[i].type.value == MISSION_MINISTRY)
            return &model->missions.at[i];
    return NULL;
}

const struct mission *release_issuer(const struct edition *edition, const struct release *release) {
    const struct mission *issuer = mission_find(edition->model, release->issuer.text);
    return issuer ? issuer : ministry_find(edition->model);
}

/* ---- side column ---- */

/* A label in bold and what it says below it, in one paragraph. */
static struct block *side_add(const struct edition *edition, struct block *side, struct str label,
                              struct span span) {
    struct block *block = paragraph_add(edition, side, ROLE_PARAGRAPH, "side", span);
    text_styled(edition, block, style_of(edition, "side_label"), label, span);
    return block;
}

static void side_line(const struct edition *edition, struct block *block, struct str text,
                      struct span span) {
    if (text.length == 0)
        return;
    break_add(edition, block);
    text_add(edition, block, text, span)->isolate = true;
}

static void side_link(const struct edition *edition, struct block *block, struct str display,
                      struct str target, struct span span) {
    break_add(edition, block);
    block->break_words = true;
    link_add(edition, block, display, target, span);
}

static void side_date(const struct edition *edition, struct block *side,
                      const struct release *release) {
    struct str date = locale_date(edition->locale, edition->arena, release->date.date);
    struct block *block = side_add(edition, side, date, release->date.span);
    side_line(edition, block, release->place.text, release->place.span);
}

static void side_reference(const struct edition *edition, struct block *side,
                           const struct release *release) {
    if (release->reference.text.length)
        side_line(edition,
                  side_add(edition, side, word(edition, "reference"), release->reference.span),
                  release->reference.text, release->reference.span);
}

/* The code leads to the address itself; below it stands the short one, for those who type. */
static void side_web(const struct edition *edition, struct block *side,
                     const struct release *release) {
    const struct string *url = &release->url;
    const struct string *shown = release->short_url.text.length ? &release->short_url : url;
    if (shown->text.length == 0)
        return;
    struct str target = web_target(edition->arena, url->text.length ? url->text : shown->text);
    const struct drawing *drawing =
        qr_drawing(target, edition->theme->qr_size.value, url->span, edition->arena, edition->diag);
    if (drawing) {
        struct block *code = block_new(edition->arena, side, BLOCK_DRAWING, ROLE_FIGURE,
                                       style_of(edition, "qr"), url->span);
        code->drawing = drawing;
        code->alt = str_print(edition->arena, "%.*s: %.*s", STR_ARGS(word(edition, "on_the_web")),
                              STR_ARGS(target));
    }
    struct block *line = paragraph_add(edition, side, ROLE_PARAGRAPH, "side_url", shown->span);
    line->break_words = true;
    link_add(edition, line, web_display(shown->text), target, shown->span);
}

static void side_contact(const struct edition *edition, struct block *side,
                         const struct release *release) {
    const struct string *name = &release->contact.name, *phone = &release->contact.phone,
                        *email = &release->contact.email;
    if (name->text.length + phone->text.length + email->text.length == 0)
        return;
    struct block *block = side_add(edition, side, word(edition, "contact"), release->contact.span);
    side_line(edition, block, name->text, name->span);
    if (phone->text.length) {
        break_add(edition, block);
        phone_add(edition, block, phone, true);
    }
    if (email->text.length)
        side_link(edition, block, email->text, mail_target(edition->arena, email->text),
                  email->span);
}

static struct block *mission_line(const struct edition *edition, struct block *side,
                                  const char *role, const struct mission *mission,
                                  const bool *listed) {
    struct span span = mission->span;
    struct block *block = paragraph_add(edition, side, ROLE_PARAGRAPH, role, span);
    struct str title = mission_title(edition, mission);
    if (!listed || !listed[mission - edition->model->missions.at]) {
        text_add(edition, block, title, span);
        return block;
    }
    struct str target = mission_block_id(edition, mission);
    struct run *name = text_add(edition, block, title, span);
    if (name)
        name->isolate = true;
    text_add(edition, block, STR(", "), span);
    struct slot page = {.name = "page", .kind = RUN_PAGE, .target = target};
    template_runs(&block->runs, edition->arena, block->style, word(edition, "see_page"), &page, 1,
                  span);
    line_link(block, str_join(edition->arena, STR("#"), target), title);
    return block;
}

/* They stay together below their label. */
static void side_missions(const struct edition *edition, struct block *side,
                          const struct release *release, const bool *listed) {
    struct block *before = NULL;
    for (size_t i = 0; i < release->missions.count; i++) {
        const struct string *id = &release->missions.at[i];
        const struct mission *mission = mission_find(edition->model, id->text);
        if (!mission)
            continue;
        const char *role = before ? "side_more" : "side_first";
        if (!before)
            before = side_add(edition, side, word(edition, "missions_concerned"), id->span);
        before->keep_with_next = true;
        before = mission_line(edition, side, role, mission, listed);
    }
}

static void side_translations(const struct edition *edition, struct block *side,
                              const struct release *release) {
    struct block *block = NULL;
    for (size_t i = 0; i < release->translations.count; i++) {
        const struct string *id = &release->translations.at[i];
        const struct release *other = release_find(edition->model, id->text);
        if (!other)
            continue;
        if (!block)
            block = side_add(edition, side, word(edition, "also_in"), id->span);
        struct str language = other->language.text;
        struct str name = locale_language_name(edition->locale, edition->arena, language);
        struct str target =
            other->url.text.length ? web_target(edition->arena, other->url.text) : STR("");
        break_add(edition, block);
        link_add(edition, block, name, target, id->span);
    }
}

static void side_column(const struct edition *edition, struct block *parent,
                        const struct release *release, const bool *listed) {
    struct block *side = group_add(edition, parent, ROLE_SECTION, release->span);
    side->place = PLACE_SIDE;
    if (release->date.date.year)
        side_date(edition, side, release);
    side_reference(edition, side, release);
    side_web(edition, side, release);
    side_contact(edition, side, release);
    side_missions(edition, side, release, listed);
    side_translations(edition, side, release);
}

/* ---- text ---- */

static void embargo_add(const struct edition *edition, struct block *parent,
                        const struct release *release) {
    if (release->embargo.date.year == 0)
        return;
    struct str date = locale_date(edition->locale, edition->arena, release->embargo.date);
    line_add(edition, parent, ROLE_PARAGRAPH, "embargo",
             word_with(edition, "embargo", "date", date), release->embargo.span);
}

static void title_add(const struct edition *edition, struct block *parent,
                      const struct release *release, int level) {
    struct block *title = line_add(edition, parent, (enum role)(ROLE_H1 + level - 1), "title",
                                   release->title.text, release->title.span);
    if (!title)
        return;
    title->id = release_block_id(edition, release);
    title->outline = release->title.text;
    title->outline_level = level;
    title->marks.title = release->title.text;
    title->marks.section = release->section.text;
}

/* ---- pictures ---- */

static const struct release_picture *picture_find(const struct edition *edition,
                                                  const struct release *release,
                                                  const struct picture *picture) {
    const struct translation *body = text_find(&release->body, release->language.text);
    struct str folder = path_folder(str_from(body->node->span.file));
    for (size_t i = 0; i < release->pictures.count; i++) {
        const struct release_picture *known = &release->pictures.at[i];
        struct str path = path_join(edition->arena, folder, known->file.text);
        if (str_equal(path, str_from(picture->path)))
            return known;
    }
    return NULL;
}

/* Over all columns only where there is one of text. */
static enum place place_of(const struct edition *edition, const struct release_picture *picture) {
    if (!picture->placement.given || picture->placement.value == PLACEMENT_COLUMN)
        return PLACE_COLUMN;
    if (picture->placement.value == PLACEMENT_MARGIN)
        return PLACE_SIDE;
    bool several = edition->theme->columns.given && edition->theme->columns.value > 1;
    return several ? PLACE_COLUMN : PLACE_FULL;
}

static void credit_add(const struct edition *edition, struct block *figure,
                       const struct string *credit) {
    struct block *caption = figure->last;
    if (credit->text.length == 0)
        return;
    if (caption->role != ROLE_CAPTION) {
        line_add(edition, figure, ROLE_CAPTION, "caption", credit->text, credit->span);
        return;
    }
    text_add(edition, caption, STR(" "), credit->span);
    text_add(edition, caption, credit->text, credit->span);
}

/* What the release says of the pictures below `block`. */
static void place_pictures(const struct edition *edition, const struct release *release,
                           struct block *block) {
    for (struct block *child = block->first; child; child = child->next) {
        const struct release_picture *picture =
            child->first && child->first->kind == BLOCK_PICTURE
                ? picture_find(edition, release, child->first->picture)
                : NULL;
        if (picture) {
            child->place = place_of(edition, picture);
            credit_add(edition, child, &picture->credit);
        } else {
            place_pictures(edition, release, child);
        }
    }
}

struct block *release_add(const struct edition *edition, struct block *parent,
                          const struct release *release, struct release_place *place) {
    struct block *group = group_add(edition, parent, ROLE_SECTION, release->span);
    if (!str_equal(release->language.text, edition->language))
        group->language = release->language.text;
    group->right_to_left = language_right_to_left(release->language.text);
    bool beside = edition->theme->side_width.value > 0;
    if (beside)
        side_column(edition, group, release, place->listed);
    embargo_add(edition, group, release);
    struct str kicker = place->kicker.length ? place->kicker : release->section.text;
    line_add(edition, group, ROLE_PARAGRAPH, "kicker", kicker, release->section.span);
    title_add(edition, group, release, place->level);
    line_add(edition, group, ROLE_PARAGRAPH, "subtitle", release->subtitle.text,
             release->subtitle.span);
    line_add(edition, group, ROLE_PARAGRAPH, "lead", release->summary.text, release->summary.span);
    struct markdown_place body = {place->level + 1, place->id_prefix, place->notes};
    place->notes += markdown_add(edition, group, &release->body, release->language.text, &body);
    if (release->pictures.count > 0)
        place_pictures(edition, release, group);
    if (!beside) /* then it stands below the text */
        side_column(edition, group, release, place->listed);
    return group;
}

/* ---- print version ---- */

static void masthead_add(const struct edition *edition, struct block *root,
                         const struct release *release, const struct slot *slots, size_t count) {
    struct block *masthead = group_add(edition, root, ROLE_SECTION, release->span);
    masthead->place = PLACE_FULL;
    masthead->keep_together = masthead->keep_with_next = true; /* it looks the same on all sheets */
    logo_add(edition, masthead);
    const struct mission *issuer = release_issuer(edition, release);
    if (issuer)
        line_add(edition, masthead, ROLE_PARAGRAPH, "masthead_issuer",
                 mission_masthead(edition, issuer), issuer->span);
    rule_add(edition, masthead, "masthead_rule", PLACE_COLUMN);
    struct str line = str_print(edition->arena, "%.*s \xC2\xB7 {date} \xC2\xB7 {ref}",
                                STR_ARGS(word(edition, "print_version")));
    template_add(edition, masthead, ROLE_PARAGRAPH, "print_line", line, slots, count);
}

/* "Page 1 of 2": loose sheets must show whether all are there. */
static void number_pages(const struct edition *edition, struct master *master) {
    static const struct slot slots[] = {
        {.name = "page", .kind = RUN_FIELD, .field = PAGE_NUMBER},
        {.name = "pages", .kind = RUN_FIELD, .field = PAGE_COUNT},
    };
    for (int side = 0; side < 2; side++) {
        struct runs *runs = &master->foot[side].outside;
        *runs = (struct runs){0};
        template_runs(runs, edition->arena, style_of(edition, "folio"), word(edition, "page_of"),
                      slots, 2, NO_SPAN);
    }
}

struct doc *release_print(const struct edition *edition, const struct release *release) {
    const struct mission *issuer = release_issuer(edition, release);
    struct str author = issuer ? mission_masthead(edition, issuer) : STR("");
    struct doc *doc =
        doc_begin(edition, release->title.text, author, release->language.text, release->date.date,
                  release->url.text.length ? release->url.text : release->id.text);
    doc->meta.subject = release->summary.text;
    const struct slot slots[] = {
        {.name = "date", .text = locale_date(edition->locale, edition->arena, release->date.date)},
        {.name = "ref", .text = release->reference.text},
        {.name = "url",
         .text = web_display(release->short_url.text.length ? release->short_url.text
                                                            : release->url.text)},
        {.name = "issue", .text = author},
        {.name = "edition", .text = STR("")},
    };
    size_t count = sizeof slots / sizeof slots[0];
    struct master *master = look_master(edition, "release", slots, count);
    master->first_bare = true;
    number_pages(edition, master);
    struct flow *flow = doc_flow(doc, edition->arena, master, START_PAGE);
    masthead_add(edition, flow->root, release, slots, count);
    struct release_place place = {.level = 1, .id_prefix = STR("")};
    release_add(edition, flow->root, release, &place);
    return doc;
}
