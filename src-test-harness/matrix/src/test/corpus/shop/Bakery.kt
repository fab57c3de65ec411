package shop

import java.util.concurrent.Callable
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield

/** Bugs in Kotlin. */
class Bakery(private val id: Int) {
  // unrelated
  private lateinit var oven: String

  private val recipe: String? = null

  fun bugs(): Map<String, Callable<*>> = linkedMapOf(
      "kotlin: null" to Callable { knead() },
      "kotlin: late" to Callable { heat() },
      "kotlin: inlined" to Callable { shape() },
      "kotlin: lambda" to Callable { glaze() },
      "kotlin: sequence" to Callable { weigh() },
      "kotlin: default" to Callable { sell() },
      "kotlin: required" to Callable { slice(-id) },
      "kotlin: object" to Callable { Shelf.first() },
      "kotlin: cast" to Callable { (label() as String).length },
      "kotlin: suspended" to Callable { runBlocking { bake() } },
      "kotlin: on another thread" to Callable { runBlocking { withContext(Dispatchers.Default) { cool() } } },
      "kotlin: awaited" to Callable { runBlocking { deliver(this) } },
  )

  private fun knead() = recipe!!.length

  private fun heat() = oven.length

  private fun shape() = listOf(1, 2).map { if (it > 1) error("no shape for $id") else it }

  private fun glaze(): Int {
    val work: (Int) -> Int = { if (it > 0) throw IllegalStateException("no glaze for $it") else it }
    return again(work)
  }

  private fun again(work: (Int) -> Int) = work(id)

  private fun weigh() = sequenceOf(id).map { if (it > 0) error("no scale for $it") else it }.toList()

  private fun sell(price: Int = id): Int = throw IllegalStateException("no till for $price")

  private fun slice(thick: Int): Int {
    require(thick > 0) { "no slice of $thick" }
    return thick
  }

  private fun label(): Any = id

  private object Shelf {
    fun first(): Int = throw IllegalStateException("no shelf")
  }

  private suspend fun bake(): Int {
    delay(1)
    throw IllegalStateException("no bread $id")
  }

  private suspend fun cool(): Int {
    yield()
    throw IllegalStateException("no air for $id")
  }

  private suspend fun deliver(scope: CoroutineScope): Int {
    val route = scope.async(Dispatchers.IO) { plan() }
    return route.await()
  }

  private fun plan(): Int = throw IllegalStateException("no route for $id")
}
