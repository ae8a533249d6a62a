/* A theme resolved: each role a style, with what it leaves out taken from the role it is like. */
#include "publication/look.h"
#include "base/array.h"

#define USUAL_BLEED SP_OF_MM(3)
enum { LONGEST_CHAIN = 16, SLOTS = 256, LIST_COLUMNS = 2 };

struct named_style {
    struct str name; /* length 0: free */
    struct style *style;
};

struct emphasis {
    const struct style *base;
    bool bold, italic;
    struct style style;
    struct emphasis *next;
};

struct look {
    const struct theme *theme;
    const struct fonts *fonts;
    struct arena *arena;
    struct diag *diag;
    bool tracks;                      /* letters of the language may be moved apart */
    struct named_style styles[SLOTS]; /* open addressing; a theme has some sixty roles */
    size_t count;
    const struct theme_role *emphasis_role; /* how emphasis shows where there are no italics */
    struct emphasis *emphasis;
};

static const struct theme_role *role_find(const struct theme *theme, struct str key) {
    for (size_t i = 0; i < theme->roles.count; i++)
        if (str_equal(theme->roles.at[i].key.text, key))
            return &theme->roles.at[i];
    return NULL;
}

static struct colour colour_find(const struct look *look, const struct string *name) {
    for (size_t i = 0; i < look->theme->colours.count; i++)
        if (str_equal(look->theme->colours.at[i].key.text, name->text))
            return theme_colour(look->theme, i);
    diag_fault(look->diag, name->span, "name one of `colours` or add it there",
               "the theme has no colour \"%.*s\"", STR_ARGS(name->text));
    return COLOUR_BLACK;
}

static const struct family *family_find(const struct look *look, const struct string *name) {
    const struct family *family = fonts_family(look->fonts, name->text);
    if (!family)
        diag_fault(look->diag, name->span, "name a family of the font manifest",
                   "there is no family \"%.*s\"", STR_ARGS(name->text));
    return family;
}

static void take_flag(bool *to, const struct boolean *from) {
    if (from->given)
        *to = from->value;
}

static void take_length(sp *to, const struct dimension *from) {
    if (from->given)
        *to = from->value;
}

static void take_numbers(struct style *style, const struct theme_role *role) {
    take_flag(&style->bold, &role->bold);
    take_flag(&style->italic, &role->italic);
    take_flag(&style->capitals, &role->capitals);
    take_flag(&style->tabular, &role->tabular);
    take_flag(&style->oldstyle, &role->oldstyle);
    take_flag(&style->smallcaps, &role->smallcaps);
    take_flag(&style->hyphenate, &role->hyphenate);
    take_flag(&style->balance, &role->balance);
    take_length(&style->size, &role->size);
    take_length(&style->leading, &role->leading);
    take_length(&style->indent, &role->indent);
    take_length(&style->left, &role->left);
    take_length(&style->right, &role->right);
    take_length(&style->above, &role->above);
    take_length(&style->below, &role->below);
    take_length(&style->rule_above, &role->rule_above);
    if (role->tracking.given)
        style->tracking = (int32_t)role->tracking.value;
    if (role->keep_lines.given)
        style->keep_lines = (int)role->keep_lines.value;
    if (role->align.given)
        style->align = (enum align)role->align.value;
}

static void take_names(const struct look *look, struct style *style,
                       const struct theme_role *role) {
    if (role->family.text.length)
        style->family = family_find(look, &role->family);
    if (role->colour.text.length)
        style->colour = colour_find(look, &role->colour);
    if (role->rule_colour.text.length)
        style->rule_colour = colour_find(look, &role->rule_colour);
}

static struct style style_resolve(const struct look *look, const struct theme_role *role,
                                  int depth);

/* What a role leaves out. The end of every chain is the role `text`. */
static struct style style_below(const struct look *look, const struct theme_role *role, int depth) {
    struct style plain = {.size = SP_OF_PT(10),
                          .leading = SP_OF_PT(12),
                          .colour = COLOUR_BLACK,
                          .rule_colour = COLOUR_BLACK};
    bool is_text = str_equal(role->key.text, STR("text"));
    struct str like = role->like.text.length ? role->like.text : STR("text");
    if (is_text && role->like.text.length == 0)
        return plain;
    const struct theme_role *next = role_find(look->theme, like);
    if (!next)
        diag_fault(look->diag, role->like.text.length ? role->like.span : role->span,
                   "name a role of this theme", "the theme has no role \"%.*s\"", STR_ARGS(like));
    else if (depth >= LONGEST_CHAIN)
        diag_fault(look->diag, role->span, "let one of them stand by itself",
                   "the role \"%.*s\" is like itself in a circle", STR_ARGS(role->key.text));
    else
        return style_resolve(look, next, depth + 1);
    return plain;
}

static struct style style_resolve(const struct look *look, const struct theme_role *role,
                                  int depth) {
    struct style style = style_below(look, role, depth);
    style.name = role->key.text;
    take_numbers(&style, role);
    take_names(look, &style, role);
    if (!look->tracks)
        style.tracking = 0;
    return style;
}

static struct named_style *style_slot(struct look *look, struct str name) {
    size_t i = (size_t)str_hash(name) % SLOTS;
    while (look->styles[i].name.length && !str_equal(look->styles[i].name, name))
        i = (i + 1) % SLOTS;
    return &look->styles[i];
}

static struct style *style_keep(struct look *look, struct str name, struct style style) {
    struct style *kept = arena_make(look->arena, struct style, 1);
    *kept = style;
    if (look->count + 1 < SLOTS) {
        *style_slot(look, name) = (struct named_style){name, kept};
        look->count++;
    }
    return kept;
}

static struct style *style_find(struct look *look, struct str name) {
    struct named_style *slot = style_slot(look, name);
    return slot->name.length ? slot->style : NULL;
}

struct look *look_new(const struct theme *theme, const struct fonts *fonts, struct str language,
                      struct arena *arena, struct diag *diag) {
    struct look *look = arena_make(arena, struct look, 1);
    look->theme = theme;
    look->fonts = fonts;
    look->arena = arena;
    look->diag = diag;
    look->tracks = language_tracks(language);
    if (theme->roles.count > SLOTS / 2)
        diag_fault(diag, theme->roles.span, "join those that look alike by `like`",
                   "the theme has more than %d roles", SLOTS / 2);
    for (size_t i = 0; i < theme->roles.count && i < SLOTS / 2; i++)
        style_keep(look, theme->roles.at[i].key.text, style_resolve(look, &theme->roles.at[i], 0));
    const struct style *text = look_style(look, "text");
    if (!text->family)
        diag_fault(diag, theme->span, "add `family` to the role `text`",
                   "the text of the theme has no family of fonts");
    look->emphasis_role = role_find(theme, STR("emphasis"));
    return look;
}

const struct style *look_style(struct look *look, const char *role) {
    struct str name = str_from(role);
    struct style *style = style_find(look, name);
    if (style)
        return style;
    diag_fault(look->diag, look->theme->span, "add it to `roles`",
               "the theme %.*s has no role \"%s\"", STR_ARGS(look->theme->name.text), role);
    style = style_find(look, STR("text"));
    struct style plain = {.name = name, .size = SP_OF_PT(10), .leading = SP_OF_PT(12)};
    return style_keep(look, name, style ? *style : plain);
}

/* A theme without italics says with the role `emphasis` what stands for them. */
static void replace_italic(const struct look *look, const struct style *base, bool *bold,
                           bool *italic) {
    const struct theme_role *role = look->emphasis_role;
    if (!role || !*italic || base->italic)
        return;
    *italic = role->italic.value;
    *bold |= role->bold.value;
}

const struct style *look_emphasis(struct look *look, const struct style *base, bool bold,
                                  bool italic) {
    replace_italic(look, base, &bold, &italic);
    if (base->bold == bold && base->italic == italic)
        return base;
    for (struct emphasis *known = look->emphasis; known; known = known->next)
        if (known->base == base && known->bold == bold && known->italic == italic)
            return &known->style;
    struct emphasis *made = arena_make(look->arena, struct emphasis, 1);
    *made = (struct emphasis){base, bold, italic, *base, look->emphasis};
    made->style.bold = bold;
    made->style.italic = italic;
    look->emphasis = made;
    return &made->style;
}

/* ---- masters ---- */

static const struct slot page_slots[] = {
    {.name = "title", .kind = RUN_FIELD, .field = PAGE_TITLE},
    {.name = "section", .kind = RUN_FIELD, .field = PAGE_SECTION},
    {.name = "first", .kind = RUN_FIELD, .field = PAGE_FIRST_MARK},
    {.name = "last", .kind = RUN_FIELD, .field = PAGE_LAST_MARK},
    {.name = "page", .kind = RUN_FIELD, .field = PAGE_NUMBER},
    {.name = "pages", .kind = RUN_FIELD, .field = PAGE_COUNT},
};
enum { PAGE_SLOTS = sizeof page_slots / sizeof page_slots[0], MOST_SLOTS = 16 };

struct line_maker {
    const struct edition *edition;
    const struct style *style;
    struct slot slots[PAGE_SLOTS + MOST_SLOTS];
    size_t count;
};

static struct runs line_runs(const struct line_maker *maker, const struct text *text) {
    struct runs runs = {0};
    const struct translation *found = text_find(text, maker->edition->language);
    if (found)
        template_runs(&runs, maker->edition->arena, maker->style, found->text, maker->slots,
                      maker->count, text->span);
    return runs;
}

static struct page_line line_make(const struct line_maker *maker, const struct theme_line *line) {
    return (struct page_line){
        .outside = line_runs(maker, &line->outside),
        .centre = line_runs(maker, &line->centre),
        .inside = line_runs(maker, &line->inside),
    };
}

static void master_lines(struct master *master, const struct edition *edition,
                         const struct slot *slots, size_t count) {
    const struct theme *theme = edition->theme;
    struct line_maker maker = {.edition = edition, .style = look_style(edition->look, "head")};
    for (size_t i = 0; i < count && maker.count < MOST_SLOTS; i++)
        maker.slots[maker.count++] = slots[i];
    for (size_t i = 0; i < PAGE_SLOTS; i++) {
        maker.slots[maker.count] = page_slots[i];
        if (page_slots[i].field == PAGE_NUMBER)
            maker.slots[maker.count].style = look_style(edition->look, "folio");
        maker.count++;
    }
    master->head[0] = line_make(&maker, &theme->head_left);
    master->head[1] = line_make(&maker, &theme->head_right);
    maker.style = look_style(edition->look, "foot");
    master->foot[0] = line_make(&maker, &theme->foot_left);
    master->foot[1] = line_make(&maker, &theme->foot_right);
}

struct master *look_master(const struct edition *edition, const char *name,
                           const struct slot *slots, size_t count) {
    const struct theme *theme = edition->theme;
    struct master *master = arena_make(edition->arena, struct master, 1);
    *master = (struct master){
        .name = str_from(name),
        .width = theme_width(theme),
        .height = theme_height(theme),
        .inner = theme->inner.value,
        .outer = theme->outer.value,
        .mirrored = theme->mirrored.value,
        .right_to_left = language_right_to_left(edition->language),
        .grid = theme->grid.value,
        .first_baseline = theme->first_baseline.value,
        .lines = (int)theme->lines.value,
        .columns = theme->columns.given ? (int)theme->columns.value : 1,
        .gap = theme->gap.value,
        .side_width = theme->side_width.value,
        .side_gap = theme->side_gap.value,
        .head_baseline = theme->head_baseline.value,
        .foot_baseline = theme->foot_baseline.value,
        .head_rule = theme->head_rule.value,
        .head_rule_colour = look_style(edition->look, "head")->rule_colour,
        .balance = true,
        .bleed = theme->bleed.given ? theme->bleed.value : USUAL_BLEED,
    };
    master_lines(master, edition, slots, count);
    return master;
}

struct master *look_list_master(const struct edition *edition, const char *name,
                                const struct slot *slots, size_t count) {
    struct master *master = look_master(edition, name, slots, count);
    if (master->side_width > 0)
        master->columns = LIST_COLUMNS;
    master->side_width = master->side_gap = 0;
    return master;
}
