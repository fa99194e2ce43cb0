import { useMemo, useState } from 'react'
import { matchDish, type Category, type Dish } from '@orderez/core/menu'
import type { Menu } from '../../data/index.ts'
import { categorySelected, useUi, useUiDispatch } from '../../state/index.ts'
import { usePopular } from '../heat/index.ts'

export type ListName = 'category' | 'popular' | 'favourites'

export interface DishList {
  readonly dishes: readonly Dish[]
  /** Which list is shown, told apart from every other: a category's id, a search with its words. */
  readonly key: string
  readonly query: string
  readonly shown: ListName | 'search'
  readonly category: Category['id'] | null
  readonly hasPopular: boolean
  search(query: string): void
  show(list: ListName): void
  showCategory(id: Category['id']): void
}

/** The dishes to choose from: those of a category, of a list across the categories, or what a search finds. */
export function useDishList(menu: Menu, favourites: readonly Dish[], onBrowse: () => void): DishList {
  const dispatch = useUiDispatch()
  const [query, setQuery] = useState('')
  const [list, setList] = useState<ListName>('category')
  const hottest = usePopular(menu)
  const chosen = useUi((state) => state.view.category)
  const category = (menu.categories.find((each) => each.id === chosen) ?? menu.categories[0])?.id ?? null
  const found = useMemo(() => matchDish(menu.index, query), [menu.index, query])
  const shown = listShown(query.trim() !== '', list, hottest.length, favourites.length)
  const ofCategory = (category && menu.dishesOf.get(category)) ?? []
  function show(next: ListName): void {
    setQuery('')
    setList(next)
    onBrowse()
  }
  return {
    dishes: { search: found, popular: hottest, favourites, category: ofCategory }[shown],
    key: shown === 'search' ? `search ${query}` : shown === 'category' ? (category ?? '') : shown,
    query,
    shown,
    category,
    hasPopular: hottest.length > 0,
    search(words) {
      setQuery(words)
      onBrowse()
    },
    show,
    showCategory(id) {
      show('category')
      dispatch(categorySelected(id))
    },
  }
}

/** What a search finds goes first; an empty list is none to look at. */
function listShown(searching: boolean, list: ListName, hot: number, marked: number): DishList['shown'] {
  if (searching) return 'search'
  if (list === 'popular' && hot > 0) return 'popular'
  return list === 'favourites' && marked > 0 ? 'favourites' : 'category'
}
