"""Pairs of claims that may say the same, with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.comparison.counts import Agreement, agreement
from sayso.comparison.nearness import Near, cosines, nearest, piecewise
from sayso.comparison.profile import SMALL, Profile

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

_STEM_WEIGHT = 0.8  # beside a concept, which counts 1
_LONELY = 1.0
_FLOOR = 0.06  # cosine under which a pair is no candidate
_ALL_UP_TO = 700  # claims up to which every term may propose a pair
_COMMON = 120  # above that, a term of more claims than this proposes none
_MOST = 80  # candidates kept for one claim in a large pile
_CLOSE, _NEAREST = (
    0.05,
    40,
)  # cosine of meanings from which a pair is a candidate, and how many of one claim are by meaning


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidate pairs as parallel arrays of length P: indices `first` < `second` of profiles, and `features` P x F in the order of FEATURES."""

    first: np.ndarray[Any, Any]
    second: np.ndarray[Any, Any]
    features: np.ndarray[Any, Any]


FEATURES = (
    "shared",
    "around",
    "numbers agree",
    "numbers clash",
    "names clash",
    "same voucher",
    "neighbours",
    "meaning",
    "piecewise",
)
_ALIKE_BUT = 0.7  # cosine of all words but names from which two claims are of one form
_RIVALS = 2  # names of which the same is said beside that of a claim, past which each is an event of its own


def _matrix(rows: Sequence[Mapping[str, float]], column: Mapping[str, int]) -> csr_matrix:
    import numpy as np
    from scipy.sparse import csr_matrix

    data, indices, pointer = [], [], [0]
    for row in rows:
        for term in sorted(row):
            if term in column:
                indices.append(column[term])
                data.append(row[term])
        pointer.append(len(indices))
    return csr_matrix((np.array(data, float), np.array(indices, np.int64), np.array(pointer)), (len(rows), len(column)))


def _unit(matrix: csr_matrix) -> csr_matrix:
    import numpy as np
    from scipy.sparse import diags

    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(1)).ravel())
    return (diags(1.0 / np.where(length > 0, length, 1.0)) @ matrix).tocsr()


def _along(
    a: csr_matrix, b: csr_matrix, first: np.ndarray[Any, Any], second: np.ndarray[Any, Any]
) -> np.ndarray[Any, Any]:
    """Return the dot product of row `first[k]` of `a` with row `second[k]` of `b` for each k."""
    import numpy as np

    parts = [
        np.asarray(a[first[at : at + 50_000]].multiply(b[second[at : at + 50_000]]).sum(1)).ravel()
        for at in range(0, len(first), 50_000)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def _proposed(own: csr_matrix, mixed: csr_matrix, frequency: np.ndarray[Any, Any]) -> tuple[Any, Any]:
    import numpy as np
    from scipy.sparse import triu

    count = own.shape[0]
    if count > _ALL_UP_TO:
        rare = np.where(frequency <= _COMMON)[0]
        product = (own[:, rare] @ own[:, rare].T).tocsr()
        for row in range(count):
            lo, hi = product.indptr[row], product.indptr[row + 1]
            if hi - lo > _MOST:
                least = np.partition(product.data[lo:hi], hi - lo - _MOST)[hi - lo - _MOST]
                product.data[lo:hi][product.data[lo:hi] < least] = 0.0
        product = product.maximum(product.T)
    else:
        product = (own @ own.T).maximum(mixed @ mixed.T)
    upper = triu(product, 1).tocoo()
    keep = upper.data >= _FLOOR
    order = np.lexsort((upper.col[keep], upper.row[keep]))
    return upper.row[keep][order].astype(np.int64), upper.col[keep][order].astype(np.int64)


def _joined(count: int, *proposed: tuple[Any, Any]) -> tuple[Any, Any]:
    """Return the pairs that any of several ways proposed, once each and in order."""
    import numpy as np

    keys = np.unique(np.concatenate([first * count + second for first, second in proposed]))
    return keys // count, keys % count


def candidates(given: Sequence[Profile], meaning: Near) -> Candidates:
    """Return the candidate pairs among profiles with their features: those that share telling words, and those near in meaning.

    Terms are weighted by their inverse frequency over the pile's claims, so what the whole affair is about weighs little. In piles of more
    than 700 claims only terms of at most 120 claims propose a pair, and a claim keeps its 80 best.
    """
    import numpy as np
    from scipy.sparse import diags

    column = {term: at for at, term in enumerate(sorted({term for profile in given for term in profile.own}))}
    count = len(given)
    if not column or count < 2:
        nothing = np.zeros(0, np.int64)
        return Candidates(nothing, nothing, np.zeros((0, len(FEATURES))))
    raw = _matrix([profile.own for profile in given], column)
    frequency = np.bincount(raw.indices, minlength=len(column)).astype(float)
    size = max(count, SMALL)
    rarity = np.log((size + 1) / (frequency + 0.5))
    is_concept = np.array([term.startswith("=") for term in column])
    weight = rarity * np.where(frequency <= 1, _LONELY, 1.0) * np.where(is_concept, 1.0, _STEM_WEIGHT)
    heavy = (raw @ diags(weight)).tocsr()
    own = _unit(heavy)
    around = _unit(_matrix([profile.around for profile in given], column) @ diags(weight))
    mixed = _unit(own + 0.5 * around)
    first, second = _joined(count, _proposed(own, mixed, frequency), nearest(meaning.unit, _CLOSE, _NEAREST))

    order: dict[str, int] = {}
    report = np.array([order.setdefault(p.claim.report, len(order)) for p in given])
    vouchers: dict[str, int] = {}
    voucher = np.array([vouchers.setdefault(p.voucher, len(vouchers)) for p in given])
    across = (report[first] != report[second]).astype(float)
    alike = _along(own, own, first, second)
    known = np.array([not p.voucher.startswith("report:") for p in given])
    numbers = [_numbers(given[i], given[j]) for i, j in zip(first.tolist(), second.tolist(), strict=True)]
    features = np.stack(
        [
            _saturated(_along(heavy, heavy, first, second), 2.0 * np.log(size + 1) ** 2),
            across * np.maximum(_along(own, around, first, second), _along(around, own, first, second)),
            np.array([n == "agree" for n in numbers], float),
            np.array([n == "clash" for n in numbers], float),
            _names_clash(given, heavy, column, first, second),
            across * known[first] * (voucher[first] == voucher[second]),
            across * _neighbours(own, alike, first, second),
            cosines(meaning, first, second),
            piecewise(meaning, first, second),
        ],
        axis=-1,
    )
    return Candidates(first, second, features)


def _saturated(value: np.ndarray[Any, Any], half: float) -> np.ndarray[Any, Any]:
    """Return value / (value + half): what two claims share in weight, near 1 when it is much."""
    return value / (value + half)


def _neighbours(own: csr_matrix, alike: Any, first: Any, second: Any) -> np.ndarray[Any, Any]:
    """Return how alike two claims are when each is read through the claims nearest to it."""
    from scipy.sparse import coo_matrix, identity

    count = own.shape[0]
    near = alike >= 0.15
    half = coo_matrix((alike[near], (first[near], second[near])), (count, count)).tocsr()
    read = _unit((half + half.T + identity(count)) @ own)
    return _along(read, read, first, second)


def _names_clash(
    given: Sequence[Profile], heavy: csr_matrix, column: Mapping[str, int], first: Any, second: Any
) -> np.ndarray[Any, Any]:
    """Return 1 for each pair of one form in which each names what neither the other nor what stands around it does, where that is said of many.

    'A bridge fell in Halby', '... in Halne', '... in Orvik' are three events; two alone may be one event that was put in two places.
    """
    import numpy as np

    lacking = [
        any(n not in given[j].own and n not in given[j].around for n in given[i].names)
        and any(n not in given[i].own and n not in given[i].around for n in given[j].names)
        for i, j in zip(first.tolist(), second.tolist(), strict=True)
    ]
    apart = np.array(lacking, bool)
    names = _matrix([dict.fromkeys(profile.names, 1.0) for profile in given], column)
    rest = _unit(heavy - heavy.multiply(names > 0))
    alike = np.zeros(len(first))
    alike[apart] = _along(rest, rest, first[apart], second[apart])
    rivals: list[set[frozenset[str]]] = [set() for _ in given]
    clash = alike >= _ALIKE_BUT
    for i, j in zip(first[clash].tolist(), second[clash].tolist(), strict=True):
        rivals[i].add(given[j].names)
        rivals[j].add(given[i].names)
    many = np.array([len(held) > _RIVALS for held in rivals], bool)
    found: np.ndarray[Any, Any] = (clash & (many[first] | many[second])).astype(float)
    return found


def _numbers(a: Profile, b: Profile) -> Agreement:
    return agreement(a.numbers, b.numbers)
