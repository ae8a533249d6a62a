/* The small steps that all publications are composed of. */
#ifndef PUBLICATION_COMPOSE_H
#define PUBLICATION_COMPOSE_H

#include "publication/publication.h"
#include "publication/template.h"

#define NO_SPAN ((struct span){NULL, 0, 0})
#define NO_BREAK_SPACE "\xC2\xA0"
#define EN_DASH "\xE2\x80\x93"

const struct style *style_of(const struct edition *edition, const char *role);
/* A word of the labels in the edition's language. */
struct str word(const struct edition *edition, const char *key);
/* The word with `value` for its one placeholder {name}. */
struct str word_with(const struct edition *edition, const char *key, const char *name,
                     struct str value);

struct block *group_add(const struct edition *edition, struct block *parent, enum role role,
                        struct span span);
/* An empty paragraph in the style of a theme role; without indent, but hanging where it hangs. */
struct block *paragraph_add(const struct edition *edition, struct block *parent, enum role role,
                            const char *style, struct span span);
/* Text in the block's style, in capitals where the style asks for them; empty text adds nothing. */
struct run *text_add(const struct edition *edition, struct block *block, struct str text,
                     struct span span);
struct run *text_styled(const struct edition *edition, struct block *block,
                        const struct style *style, struct str text, struct span span);
void break_add(const struct edition *edition, struct block *block);
/* paragraph_add and text_add in one; NULL when there is no text. */
struct block *line_add(const struct edition *edition, struct block *parent, enum role role,
                       const char *style, struct str text, struct span span);
/* A paragraph of a label's words with its placeholders filled. */
struct block *template_add(const struct edition *edition, struct block *parent, enum role role,
                           const char *style, struct str text, const struct slot *slots,
                           size_t count);
void rule_add(const struct edition *edition, struct block *parent, const char *style,
              enum place place);

/* Appends text to block with a link; `display` and `target` from the functions below. */
void link_add(const struct edition *edition, struct block *block, struct str display,
              struct str target, struct span span);
/* Makes one link of all that stands in the line so far; a reader says `title` of it. */
void line_link(struct block *line, struct str target, struct str title);
/* An address of the web as printed: without scheme and without the slash at its end. */
struct str web_display(struct str url);
struct str web_target(struct arena *arena, struct str url);
struct str mail_target(struct arena *arena, struct str address);
/* "tel:+4314199630": the digits and a plus at the beginning. */
struct str phone_target(struct arena *arena, struct str phone);
/* Appends a number as it is printed; `call`: with a link that calls it. */
void phone_add(const struct edition *edition, struct block *block, const struct string *phone,
               bool call);

/* Where in the document a text of Markdown stands. */
struct markdown_place {
    int top_level;        /* role of its first heading: 2 is H2 */
    struct str id_prefix; /* of its notes */
    size_t notes_before;  /* their numbers go on from there */
};
/* The text as Markdown in the language, in the styles of the theme; returns how many notes it has.
 */
size_t markdown_add(const struct edition *edition, struct block *parent, const struct text *text,
                    struct str language, const struct markdown_place *place);
/* The same as one paragraph of inline Markdown appended to `block`. */
void markdown_line(const struct edition *edition, struct block *block, const struct text *text,
                   struct str language);

/* The theme's logo at the head of a masthead, where it has one. It says nothing that the name
 * beside it does not: an artifact. */
void logo_add(const struct edition *edition, struct block *masthead);

struct doc *doc_begin(const struct edition *edition, struct str title, struct str author,
                      struct str language, struct date date, struct str identifier);

#endif
