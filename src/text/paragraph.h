/* What the stages of a paragraph share: runs -> tokens -> items -> breaks -> lines. */
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

#include "base/array.h"
#include "text/break.h"
#include "text/opportunities.h"
#include "text/shape.h"
#include "text/text.h"

struct text {
    const struct fonts *fonts;
    struct arena *arena;   /* of all that is kept between paragraphs */
    struct arena *scratch; /* rewound after each */
    struct hyphenation *hyphenation;
    struct words *words;
    struct breakers *breakers;
    struct watch *watch; /* NULL: nobody measures */
};

/* What stands between a token and the one before it. */
enum joint {
    JOINT_NONE,        /* nothing, and no break */
    JOINT_SPACE,       /* white at which a line may break */
    JOINT_BOUND_SPACE, /* white at which it may not */
    JOINT_INNER,       /* nothing, but a line may break */
    JOINT_FORCED,      /* a line ends */
    JOINT_LEADER       /* dots that take all the white of the line */
};

/* Text between two joints: one run, one level. */
struct token {
    const struct word *word; /* NULL: empty */
    sp width;
    sp space; /* natural width of the white before it, with its kerning */
    sp kern;  /* what the font's kerning adds to that white, mostly negative */
    uint16_t run;
    uint8_t level;
    uint8_t white_level; /* of the white before it */
    uint8_t joint;
    bool hyphen;          /* JOINT_INNER: the line before it ends in a hyphen of the text */
    bool elastic;         /* JOINT_INNER: white may be put here */
    bool compound;        /* a short piece of a word that breaks inside, or one of an address: not
                             divided further */
    int16_t penalty;      /* of a break at the joint */
    uint16_t point_count; /* soft hyphens of the text */
    const struct hyphen_point *points;
};

struct paragraph {
    struct text *text;
    const struct text_run *runs;
    size_t run_count;
    const struct text_setting *setting;
    struct arena *arena;
    struct diag *diag; /* may be NULL */
    ARRAY(struct token) tokens;
    sp natural;  /* of all tokens on one line */
    bool forced; /* has forced breaks */
    bool right_to_left;
    bool tracks; /* the letters of a line may be moved apart or together */
};

/* Between characters of a line, where the token's text is cut by a hyphen: offset > 0. */
struct cut {
    uint32_t token;
    uint16_t offset;
};

/* The runs as tokens that end at white and at changes of style and direction. Reports characters
 * that no font has. */
void tokens_make(struct paragraph *paragraph);
/* Finds the breaks inside words and forbids or prices those at spaces. Only for text that does not
 * fit on one line. */
void tokens_split(struct paragraph *paragraph);

/* Where the white of a line begins and ends. */
struct edges {
    sp left, right;
};
struct edges line_edges(const struct paragraph *paragraph, bool first);
/* Where dots begin at least after the text: the least width of a leader. */
sp leader_least(const struct paragraph *paragraph, const struct token *token);
/* How far the first or last mark of a token stands out in the margin, or a hyphen that divides it.
 */
sp token_hang(const struct paragraph *paragraph, const struct token *token, bool end);
sp hyphen_hang(const struct paragraph *paragraph, const struct token *token);

struct line_request {
    struct cut from, to;
    bool first;
    bool fills; /* the line is not stretched: the last one, or before a forced break */
    int64_t demerits;
};
/* Sets one line of tokens. */
void line_set(struct paragraph *paragraph, const struct line_request *request, struct line *line);

/* Stretch and shrink of the white before a token. */
sp joint_stretch(const struct paragraph *paragraph, const struct token *token);
sp joint_shrink(const struct paragraph *paragraph, const struct token *token);

#endif
