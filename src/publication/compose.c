#include "publication/compose.h"
#include "base/file.h"
#include "doc/markdown.h"

const struct style *style_of(const struct edition *edition, const char *role) {
    return look_style(edition->look, role);
}

struct str word(const struct edition *edition, const char *key) {
    return label_in(&edition->model->labels, key, edition->language);
}

struct str word_with(const struct edition *edition, const char *key, const char *name,
                     struct str value) {
    struct str placeholder = str_print(edition->arena, "{%s}", name);
    return str_replace(edition->arena, word(edition, key), placeholder, value);
}

/* ---- blocks and runs ---- */

struct block *group_add(const struct edition *edition, struct block *parent, enum role role,
                        struct span span) {
    return block_new(edition->arena, parent, BLOCK_GROUP, role, NULL, span);
}

struct block *paragraph_add(const struct edition *edition, struct block *parent, enum role role,
                            const char *style, struct span span) {
    struct block *block =
        block_new(edition->arena, parent, BLOCK_PARAGRAPH, role, style_of(edition, style), span);
    block->first_in_flow = block->style->indent >= 0; /* a hanging indent is for every paragraph */
    return block;
}

struct run *text_styled(const struct edition *edition, struct block *block,
                        const struct style *style, struct str text, struct span span) {
    if (text.length == 0)
        return NULL;
    if (style->capitals)
        text = locale_upper(edition->locale, edition->arena, text);
    return run_add(&block->runs, edition->arena, RUN_TEXT, style, text, span);
}

struct run *text_add(const struct edition *edition, struct block *block, struct str text,
                     struct span span) {
    return text_styled(edition, block, block->style, text, span);
}

void break_add(const struct edition *edition, struct block *block) {
    run_add(&block->runs, edition->arena, RUN_BREAK, block->style, STR(""), block->span);
}

struct block *line_add(const struct edition *edition, struct block *parent, enum role role,
                       const char *style, struct str text, struct span span) {
    if (text.length == 0)
        return NULL;
    struct block *block = paragraph_add(edition, parent, role, style, span);
    text_add(edition, block, text, span);
    return block;
}

struct block *template_add(const struct edition *edition, struct block *parent, enum role role,
                           const char *style, struct str text, const struct slot *slots,
                           size_t count) {
    struct block *block = paragraph_add(edition, parent, role, style, parent->span);
    template_runs(&block->runs, edition->arena, block->style, text, slots, count, block->span);
    return block;
}

void rule_add(const struct edition *edition, struct block *parent, const char *style,
              enum place place) {
    struct block *rule = block_new(edition->arena, parent, BLOCK_RULE, ROLE_ARTIFACT,
                                   style_of(edition, style), parent->span);
    rule->place = place;
}

/* ---- links ---- */

void link_add(const struct edition *edition, struct block *block, struct str display,
              struct str target, struct span span) {
    struct run *run = text_add(edition, block, display, span);
    if (!run)
        return;
    run->link = target;
    run->isolate = true;
}

void line_link(struct block *line, struct str target, struct str title) {
    for (size_t i = 0; i < line->runs.count; i++) {
        line->runs.at[i].link = target;
        line->runs.at[i].link_title = title;
    }
}

struct str web_display(struct str url) {
    size_t scheme = str_find(url, STR("://"));
    if (scheme != SIZE_MAX)
        url = str_part(url, scheme + 3, SIZE_MAX);
    if (str_ends(url, STR("/")))
        url = str_part(url, 0, url.length - 1);
    return url;
}

struct str web_target(struct arena *arena, struct str url) {
    return str_find(url, STR("://")) == SIZE_MAX ? str_join(arena, STR("https://"), url) : url;
}

struct str mail_target(struct arena *arena, struct str address) {
    return str_join(arena, STR("mailto:"), address);
}

struct str phone_target(struct arena *arena, struct str phone) {
    char *digits = arena_alloc(arena, phone.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < phone.length; i++) {
        char c = phone.at[i];
        if ((c >= '0' && c <= '9') || (c == '+' && length == 0))
            digits[length++] = c;
        else if (length > 0 && (c == ',' || c == ';' || c == '/'))
            break; /* a second number or an extension */
    }
    return str_join(arena, STR("tel:"), (struct str){digits, length});
}

/* Lines do not break in a number. What is said of the link has plain spaces: they are spoken alike,
 * and ASCII takes half of the bytes in a PDF. */
void phone_add(const struct edition *edition, struct block *block, const struct string *phone,
               bool call) {
    struct arena *arena = edition->arena;
    struct str shown = str_replace(arena, phone->text, STR(" "), STR(NO_BREAK_SPACE));
    struct run *run = text_add(edition, block, shown, phone->span);
    if (!run)
        return;
    run->isolate = true;
    if (call)
        run->link = phone_target(arena, phone->text);
    run->link_title = phone->text;
}

/* ---- Markdown ---- */

static const struct style *emphasis(void *context, const struct style *base, bool bold,
                                    bool italic) {
    return look_emphasis(context, base, bold, italic);
}

/* A translation and the text that it is of. */
struct original {
    const struct translation *translation;
    struct span span;
};

static struct span place_in(const void *context, size_t offset) {
    const struct original *original = context;
    const struct node *node = original->translation->node;
    return node ? node_place(node, offset) : original->span;
}

/* The first heading of a text looks like one whatever its level in the document. */
static struct markdown_styles markdown_styles(const struct edition *edition, int top_level) {
    const struct style *text = style_of(edition, "text");
    struct markdown_styles styles = {
        .text = text,
        .quote = style_of(edition, "quote"),
        .item = style_of(edition, "item"),
        .table = style_of(edition, "table"),
        .table_head = style_of(edition, "table_head"),
        .caption = style_of(edition, "caption"),
        .note = style_of(edition, "note"),
        .emphasis = emphasis,
        .context = edition->look,
        .link_colour = text->colour,
    };
    for (int level = 1; level <= 6; level++)
        styles.heading[level - 1] = style_of(edition, level <= top_level ? "heading2" : "heading3");
    return styles;
}

static struct markdown_request markdown_request(const struct original *original,
                                                struct str language) {
    return (struct markdown_request){
        .text = original->translation->text,
        .language = language,
        .file = original->span.file,
        .top_level = 2,
        .place = place_in,
        .place_context = original,
    };
}

size_t markdown_add(const struct edition *edition, struct block *parent, const struct text *text,
                    struct str language, const struct markdown_place *place) {
    struct original original = {text_find(text, language), text->span};
    if (!original.translation)
        return 0;
    struct markdown_styles styles = markdown_styles(edition, place->top_level);
    struct markdown_request request = markdown_request(&original, language);
    request.top_level = place->top_level;
    request.id_prefix = place->id_prefix;
    request.notes_before = place->notes_before;
    return markdown_blocks(&request, &styles, parent, edition->arena, edition->diag);
}

void markdown_line(const struct edition *edition, struct block *block, const struct text *text,
                   struct str language) {
    struct original original = {text_find(text, language), text->span};
    if (!original.translation)
        return;
    struct markdown_styles styles = markdown_styles(edition, 2);
    struct markdown_request request = markdown_request(&original, language);
    markdown_inline(&request, &styles, block->style, &block->runs, edition->arena, edition->diag);
}

static struct justification justification_of(const struct edition *edition) {
    const struct theme *theme = edition->theme;
    int32_t spacing = theme->spacing.given ? theme->spacing.value : THEME_MOST_SPACING;
    return (struct justification){
        .expansion = theme->expansion.given ? theme->expansion.value : THEME_MOST_EXPANSION,
        .spacing = spacing / 10,
        .protrusion = !theme->protrusion.given || theme->protrusion.value,
        .looseness = edition->looseness,
    };
}

struct doc *doc_begin(const struct edition *edition, struct str title, struct str author,
                      struct str language, struct date date, struct str identifier) {
    struct doc *doc = doc_new(edition->arena);
    doc->meta = (struct meta){.title = title,
                              .author = author,
                              .language = language,
                              .date = date,
                              .identifier = identifier};
    doc->justification = justification_of(edition);
    return doc;
}

/* ---- logo ---- */

#define LOGO_WIDTH SP_OF_MM(20)

void logo_add(const struct edition *edition, struct block *masthead) {
    const struct string *logo = &edition->theme->logo;
    if (!logo->text.length)
        return;
    struct picture *picture = arena_make(edition->arena, struct picture, 1);
    struct str folder = path_folder(str_from(logo->span.file));
    if (!picture_open(picture, path_join(edition->arena, folder, logo->text).at, logo->span,
                      edition->diag))
        return;
    struct block *block = block_new(edition->arena, masthead, BLOCK_PICTURE, ROLE_ARTIFACT,
                                    style_of(edition, "plain"), logo->span);
    block->picture = picture;
    block->picture_width =
        edition->theme->logo_width.given ? edition->theme->logo_width.value : LOGO_WIDTH;
}
